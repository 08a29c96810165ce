using Recto.Content;

namespace Recto.Pages;

/// <summary>What a verdict looks like: its class, its word, its sign.</summary>
public static class VerdictHtml
{
    private const string Circle = "<circle cx=\"8\" cy=\"8\" r=\"6.5\"/>";

    public static string Class(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Reproduced => "reproduced",
            Verdict.UnderCondition => "conditional",
            Verdict.NotReproduced => "not-reproduced",
            _ => "not-judged",
        };

    public static string Word(Verdict? verdict, Terms terms) =>
        terms[
            verdict switch
            {
                Verdict.Reproduced => "reproduced",
                Verdict.UnderCondition => "under_condition",
                Verdict.NotReproduced => "not_reproduced",
                _ => "not_judged",
            }
        ];

    public static string Badge(Verdict? verdict, PageContext page) =>
        $"<span class=\"badge\">{Sign(verdict)}{Html.Escape(Word(verdict, page.Terms))}</span>";

    private static string Sign(Verdict? verdict) =>
        $"<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Strokes(verdict)}</svg>";

    /// <summary>A tick in a circle, a half-filled circle, a cross in an octagon: told apart also without their colours.</summary>
    private static string Strokes(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Reproduced => Circle + "<path d=\"m5 8.2 2.1 2.1L11 6.2\"/>",
            Verdict.UnderCondition => Circle + "<path d=\"M8 1.5a6.5 6.5 0 0 0 0 13z\" fill=\"currentColor\"/>",
            Verdict.NotReproduced =>
                "<path d=\"M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z\"/><path d=\"m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4\"/>",
            _ => Circle + "<path d=\"M5 8h6\"/>",
        };
}
