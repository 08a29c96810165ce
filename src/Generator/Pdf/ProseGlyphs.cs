using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Pages;

namespace Recto.Pdf;

/// <summary>Characters of an author's text that the fonts of a PDF lack, found before anything is trained or written.</summary>
/// <remarks>What else a PDF shows, from templates and numbers, <see cref="GlyphChecks"/> finds once it is written.</remarks>
public static class ProseGlyphs
{
    private sealed record Shown(string Text, Setting Setting, Place Place)
    {
        /// <summary>Only its owner's place is known.</summary>
        public bool IsSomewhere { get; init; }
    }

    public static void Check(Book book, Workspace workspace, DiagnosticBag bag)
    {
        using var fonts = new FontCoverage(workspace.Assets);
        var known = new Dictionary<(Rune, Setting), bool>();
        var told = new HashSet<(string, Rune)>();
        foreach (var shown in Of(book))
        {
            var column = 0;
            foreach (var rune in shown.Text.EnumerateRunes())
            {
                if (!Has(rune, shown.Setting) && told.Add((shown.Place.File, rune)))
                {
                    var place = shown.Place with { Column = shown.Place.Column + (shown.IsSomewhere ? 0 : column) };
                    bag.Add(Errors.PdfGlyphMissing(place, rune, FontCoverage.Names(shown.Setting)));
                }

                column += rune.Utf16SequenceLength;
            }
        }

        bool Has(Rune rune, Setting setting)
        {
            if (rune.IsAscii || Typography.IsRaised(rune))
            {
                return true;
            }

            if (!known.TryGetValue((rune, setting), out var has))
            {
                known[(rune, setting)] = has = fonts.Has(rune, setting);
            }

            return has;
        }
    }

    private static IEnumerable<Shown> Of(Book book) =>
        BookTexts
            .Of(book, new DiagnosticBag())
            .SelectMany(text => text.Inlines.SelectMany(inline => Of(inline, text.File)))
            .Concat(
                book.Chapters.SelectMany(c => c.Editions.Values)
                    .SelectMany(e => e.Body.Descendants<LeafBlock>().SelectMany(block => Of(block, e.File)))
            )
            .Concat(
                book.References.Values.Select(r => new Shown(r.Title, Setting.Words, r.Place) { IsSomewhere = true })
            );

    private static IEnumerable<Shown> Of(Inline inline, string file) =>
        inline switch
        {
            LiteralInline words => [new(words.Content.ToString(), Setting.Words, Places.Of(file, inline))],
            HtmlEntityInline entity => [new(entity.Transcoded.ToString(), Setting.Words, Places.Of(file, inline))],
            MarkedInline marked => [new(marked.Text, Setting.Words, Places.Of(file, inline))],
            CodeInline code => [new(code.Content, Setting.Code, After(inline, file, code.DelimiterCount))],
            MathInline maths =>
            [
                new(maths.Content.ToString(), Setting.Formula, After(inline, file, maths.DelimiterCount)),
            ],
            _ => [],
        };

    private static IEnumerable<Shown> Of(LeafBlock block, string file) =>
        block switch
        {
            MathBlock => Lines(block, Setting.Formula, file),
            CodeBlock => Lines(block, Setting.Code, file),
            _ => [],
        };

    private static IEnumerable<Shown> Lines(LeafBlock block, Setting setting, string file) =>
        (block.Lines.Lines ?? [])
            .Take(block.Lines.Count)
            .Select(line => new Shown(line.Slice.ToString(), setting, new Place(file, line.Line + 1, line.Column + 1)));

    private static Place After(Inline inline, string file, int delimiters)
    {
        var place = Places.Of(file, inline);
        return place with { Column = place.Column + delimiters };
    }
}
