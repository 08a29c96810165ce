using Recto.Content.Expressions;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Numbers spliced into text.</summary>
public static class Values
{
    private const string SpreadTag = "<span class=\"spread\">";

    /// <summary>The value as a link to the measurements it was made of; plain where it was declared, not measured.</summary>
    public static IReadOnlyList<Piece> Pieces(Located<string> expression, PageContext page)
    {
        if (Evaluate(expression, page) is not { } value)
        {
            return [];
        }

        var measured = value.Sources.Where(s => !s.Path.StartsWith("spec.", StringComparison.Ordinal)).ToList();
        return measured.Count == 0
            ? [Piece.Text(value.Text)]
            : [Piece.Tag(Opening(value.Text, measured, page)), .. Parted(value.Text), Piece.Tag("</a>")];
    }

    /// <summary>A mean, and its spread set back.</summary>
    public static IEnumerable<Piece> Parted(string text)
    {
        var at = text.IndexOf(Numbers.PlusMinus, StringComparison.Ordinal);
        return at < 0
            ? [Piece.Text(text)]
            : [Piece.Text(text[..at]), Piece.Tag(SpreadTag), Piece.Text(text[at..]), Piece.Tag("</span>")];
    }

    public static string Plain(Located<string> expression, PageContext page) => Evaluate(expression, page)?.Text ?? "";

    public static Evaluated? Evaluate(Located<string> expression, PageContext page) =>
        Evaluator.Evaluate(expression, page.In.Facts, page.Edition.Language, page.Bag);

    private static string Opening(string text, List<Measurement> sources, PageContext page)
    {
        var entry = page.Provenance.Add(text, sources);
        var runs = string.Join(' ', sources.Select(s => s.Run));
        var paths = string.Join(' ', sources.Select(s => s.Path));
        var mark = page.Print ? $" data-mark=\"{entry.Mark}\"" : "";
        return $"<a class=\"num\" href=\"#{Html.Escape(page.Anchor(entry.Id))}\" data-run=\"{Html.Escape(runs)}\" data-path=\"{Html.Escape(paths)}\"{mark}>";
    }
}
