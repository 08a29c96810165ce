using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Numbers spliced into text.</summary>
public static class Values
{
    private const string SpreadTag = "<span class=\"spread\">";

    /// <summary>Stands where there is no number.</summary>
    private const string Nothing = "—";

    /// <summary>The value as a link to the measurements it was made of; plain where it was declared, not measured.</summary>
    public static IReadOnlyList<Piece> Pieces(Located<string> expression, PageContext page)
    {
        if (Evaluate(expression, page) is not { } value)
        {
            return [];
        }

        var measured = Measured(value);
        return page.Standings.Of(measured) switch
        {
            _ when measured.Count == 0 => [Piece.Text(value.Text)],
            RunStanding.Absent => [new Piece(PieceKind.Verbatim, Absent(measured, page))],
            var standing =>
            [
                Piece.Tag(Opening(value.Text, Evaluator.Said(expression), measured, standing, page)),
                .. Parted(value.Text),
                Piece.Tag("</a>"),
            ],
        };
    }

    /// <summary>A mean, and its spread set back.</summary>
    public static IEnumerable<Piece> Parted(string text)
    {
        var at = text.IndexOf(Numbers.PlusMinus, StringComparison.Ordinal);
        return at < 0
            ? [Piece.Text(text)]
            : [Piece.Text(text[..at]), Piece.Tag(SpreadTag), Piece.Text(text[at..]), Piece.Tag("</span>")];
    }

    public static string Plain(Located<string> expression, PageContext page) =>
        Evaluate(expression, page) is not { } value ? ""
        : page.Standings.Of(Measured(value)) is RunStanding.Absent ? Nothing
        : value.Text;

    public static Evaluated? Evaluate(Located<string> expression, PageContext page) =>
        Evaluator.Evaluate(expression, page.In.Facts, page.Edition.Language, page.Bag);

    /// <summary>What the value was made of, but for what was declared.</summary>
    public static IReadOnlyList<Measurement> Measured(Evaluated value) =>
        [.. value.Sources.Where(s => !s.Path.StartsWith("spec.", StringComparison.Ordinal))];

    private static string Opening(
        string text,
        string formula,
        IReadOnlyList<Measurement> sources,
        RunStanding standing,
        PageContext page
    )
    {
        var entry = page.Provenance.Add(text, formula, sources);
        var runs = string.Join(' ', sources.Select(s => s.Run));
        var paths = string.Join(' ', sources.Select(s => s.Path));
        var (kind, title) =
            standing is RunStanding.LastGood
                ? ("num earlier", $" title=\"{Html.Escape(page.Terms["earlier_number"])}\"")
                : ("num", "");
        var mark = page.Print ? $" data-mark=\"{entry.Mark}\"" : "";
        return $"<a class=\"{kind}\" href=\"#{Html.Escape(page.Anchor(entry.Id))}\" data-run=\"{Html.Escape(runs)}\" data-path=\"{Html.Escape(paths)}\"{title}{mark}>";
    }

    private static string Absent(IReadOnlyList<Measurement> sources, PageContext page)
    {
        var runs = string.Join(", ", sources.Select(s => s.Run).Distinct(StringComparer.Ordinal));
        var title = page.Terms["absent_number"].Replace("{0}", runs, StringComparison.Ordinal);
        return $"<abbr class=\"absent\" title=\"{Html.Escape(title)}\">{Nothing}</abbr>";
    }
}
