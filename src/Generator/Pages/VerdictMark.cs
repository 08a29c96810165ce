using Recto.Content;

namespace Recto.Pages;

/// <summary>How a verdict looks: never by colour alone, but by an icon of its own shape and a word.</summary>
/// <param name="Name">Its class in the style sheet.</param>
/// <param name="Term">Its word in the locale table.</param>
public sealed record VerdictMark(string Name, string Term, Html Icon)
{
    private const string Opening = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">";

    private static readonly VerdictMark Held = new(
        "reproduced",
        "reproduced",
        new($"{Opening}<circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"m5 8.2 2.1 2.1L11 6.2\"/></svg>")
    );

    private static readonly VerdictMark Failed = new(
        "not-reproduced",
        "not_reproduced",
        new(
            $"{Opening}<path d=\"M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z\"/><path d=\"m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4\"/></svg>"
        )
    );

    /// <summary>A half disc, for what holds under a condition; its class is <c>conditional</c>.</summary>
    public static Html HalfDisc { get; } =
        new(
            $"{Opening}<circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"M8 1.5a6.5 6.5 0 0 0 0 13z\" fill=\"currentColor\"/></svg>"
        );

    /// <summary>Its test could not be made: a run has no result.</summary>
    private static readonly VerdictMark NotJudged = new(
        "not-judged",
        "not_judged",
        new($"{Opening}<circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"M5 8h6\"/></svg>")
    );

    public static VerdictMark Of(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Reproduced => Held,
            Verdict.NotReproduced => Failed,
            _ => NotJudged,
        };
}
