using Recto.Content.Expressions;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Numbers spliced into text.</summary>
public static class Values
{
    /// <summary>The value as a link to the measurements it was made of; plain where it was made of none.</summary>
    public static IReadOnlyList<Piece> Pieces(Located<string> expression, PageContext page)
    {
        if (Evaluate(expression, page) is not { } value)
        {
            return [];
        }

        return value.Sources.Count == 0
            ? [Piece.Text(value.Text)]
            : [Piece.Tag(Opening(value, page)), Piece.Text(value.Text), Piece.Tag("</a>")];
    }

    public static string Plain(Located<string> expression, PageContext page) => Evaluate(expression, page)?.Text ?? "";

    public static Evaluated? Evaluate(Located<string> expression, PageContext page) =>
        Evaluator.Evaluate(expression, page.In.Facts, page.Edition.Language, page.Bag);

    private static string Opening(Evaluated value, PageContext page)
    {
        var entry = page.Provenance.Add(value.Text, value.Sources);
        var runs = string.Join(' ', value.Sources.Select(s => s.Run));
        var paths = string.Join(' ', value.Sources.Select(s => s.Path));
        var mark = page.Print ? $" data-mark=\"{entry.Mark}\"" : "";
        return $"<a class=\"num\" href=\"#{Html.Escape(page.Anchor(entry.Id))}\" data-run=\"{Html.Escape(runs)}\" data-path=\"{Html.Escape(paths)}\"{mark}>";
    }
}
