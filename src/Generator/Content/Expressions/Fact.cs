namespace Recto.Content.Expressions;

/// <summary>A value of a run, at the end of a path of names.</summary>
/// <param name="Name">What an author writes for it: <c>ae.test.mse</c>.</param>
/// <param name="IsSpread">The name stands for all seeds, of which this is the mean, say.</param>
internal sealed record Fact(string Name, object Value, IReadOnlyList<Measurement> Sources, bool IsSpread = false)
{
    public static Fact Of(string run, string path, object value) =>
        new($"{run}.{path}", value, [new Measurement(run, path, value)]);
}
