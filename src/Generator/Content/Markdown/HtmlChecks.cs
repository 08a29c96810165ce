using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Comments go; any other HTML is refused, since it would pass every check and differ in the PDF.</summary>
internal static class HtmlChecks
{
    public static void Check(IEnumerable<HtmlInline> inlines, Reading reading)
    {
        foreach (var html in inlines.ToList())
        {
            Check(html.Tag, reading.Source.PlaceAt(html.Span.Start), reading.Bag);
            html.Remove();
        }
    }

    public static void Check(IEnumerable<HtmlBlock> blocks, Reading reading)
    {
        foreach (var html in blocks.ToList())
        {
            Check(html.Lines.ToString(), reading.Source.PlaceAt(html.Span.Start), reading.Bag);
            html.Parent!.Remove(html);
        }
    }

    private static void Check(string html, Place place, DiagnosticBag bag)
    {
        var text = html.Trim();
        var isComment =
            text.StartsWith("<!--", StringComparison.Ordinal)
            && text.IndexOf("-->", StringComparison.Ordinal) == text.Length - 3;
        if (!isComment)
        {
            bag.Add(Errors.HtmlForbidden(place));
        }
    }
}
