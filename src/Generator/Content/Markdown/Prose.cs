using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Everything inline in a document, also in the captions and alt texts of our blocks, which Markdig does not see.</summary>
public static class Prose
{
    /// <summary>Of a chapter in one language: its title, its description, its body.</summary>
    public static IEnumerable<Inline> Inlines(Edition edition, DiagnosticBag bag) =>
        new[] { edition.Title, edition.Description }
            .OfType<Located<string>>()
            .SelectMany(text => InlineText.Parse(text, bag).Descendants<Inline>())
            .Concat(Inlines(edition.Body));

    public static IEnumerable<Inline> Inlines(MarkdownDocument document) =>
        document.Descendants<Block>().SelectMany(Texts).SelectMany(t => t.Descendants<Inline>());

    /// <summary>The running texts of a block itself, not of those within.</summary>
    public static IEnumerable<ContainerInline> Texts(Block block) =>
        block switch
        {
            FigureBlock f => [f.Alt, f.Caption],
            MetricsBlock m => [m.Caption],
            ListingBlock l => [l.Caption],
            LeafBlock { Inline: { } inline } => [inline],
            _ => [],
        };
}
