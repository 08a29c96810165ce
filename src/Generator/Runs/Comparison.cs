using System.Globalization;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>How what was made again stands to what is published.</summary>
public enum Agreement
{
    BitEqual,

    /// <summary>Other bits, but no further off than <see cref="Tolerances"/> allows.</summary>
    WithinTolerance,
    Different,
}

/// <param name="What">A metric or a file.</param>
/// <param name="Published">Its value, or the beginning of its digest.</param>
public sealed record Compared(string What, string Published, string Again, Agreement Agreement)
{
    public override string ToString() =>
        Agreement is Agreement.BitEqual ? $"{What} {Published}" : $"{What} {Published} → {Again}";
}

/// <summary>Two results of one run, file by file and metric by metric.</summary>
public static class Comparison
{
    private const string None = "none";

    public static IReadOnlyList<Compared> Of(RunRecord published, RunRecord again) =>
        [.. Files(published.Artifacts, again.Artifacts), .. Metrics(published.Metrics, again.Metrics)];

    /// <summary>Every file that both list or only one does; weights first.</summary>
    private static IEnumerable<Compared> Files(
        IReadOnlyList<ArtifactRecord> published,
        IReadOnlyList<ArtifactRecord> again
    )
    {
        var (old, now) = (published.ToDictionary(a => a.Path), again.ToDictionary(a => a.Path));
        return old
            .Keys.Union(now.Keys)
            .OrderByDescending(path => path == RunFolder.Weights)
            .ThenBy(path => path, StringComparer.Ordinal)
            .Select(path => (path, Digest(old, path), Digest(now, path)))
            .Select(f => new Compared(f.path, Short(f.Item2), Short(f.Item3), Bits(f.Item2 == f.Item3)));
    }

    private static IEnumerable<Compared> Metrics(
        IReadOnlyDictionary<string, double> published,
        IReadOnlyDictionary<string, double> again
    ) =>
        published
            .Keys.Union(again.Keys)
            .Order(StringComparer.Ordinal)
            .Select(metric =>
                published.TryGetValue(metric, out var old) && again.TryGetValue(metric, out var now)
                    ? new Compared(metric, Text(old), Text(now), Of(metric, old, now))
                    : new Compared(metric, Text(published, metric), Text(again, metric), Agreement.Different)
            );

    private static Agreement Of(string metric, double published, double again) =>
        BitConverter.DoubleToInt64Bits(published) == BitConverter.DoubleToInt64Bits(again) ? Agreement.BitEqual
        : Math.Abs(published - again) <= Tolerances.Of(metric, published) ? Agreement.WithinTolerance
        : Agreement.Different;

    private static Agreement Bits(bool areEqual) => areEqual ? Agreement.BitEqual : Agreement.Different;

    private static string Digest(Dictionary<string, ArtifactRecord> files, string path) =>
        files.TryGetValue(path, out var file) ? file.Sha256 : None;

    private static string Short(string digest) => digest[..Math.Min(12, digest.Length)];

    private static string Text(IReadOnlyDictionary<string, double> metrics, string metric) =>
        metrics.TryGetValue(metric, out var value) ? Text(value) : None;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
