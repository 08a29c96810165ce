using Markdig.Extensions.Mathematics;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Fenced blocks that mean something to us → our blocks; all others stay code.</summary>
internal static class FenceReader
{
    public static void Lift(MarkdownDocument document, BodyText body)
    {
        foreach (var fence in document.Descendants<FencedCodeBlock>().ToList())
        {
            if (fence.ClosingFencedCharCount == 0)
            {
                body.Bag.Add(Errors.FenceUnclosed(body.Source.PlaceAt(fence.Span.Start)));
            }

            if (fence is not MathBlock && Block(new Fence(fence, body)) is { } block)
            {
                (block.Span, block.Line, block.Column) = (fence.Span, fence.Line, fence.Column);
                fence.Parent![fence.Parent.IndexOf(fence)] = block;
            }
        }
    }

    private static LeafBlock? Block(Fence fence) =>
        fence.Block.Info switch
        {
            "metrics" => MetricsReader.Read(fence),
            "claims" => ClaimsReader.Read(fence),
            "ledger" => Made(fence, new LedgerBlock(), "the claims of all chapters"),
            "bibliography" => Made(fence, new BibliographyBlock(), "content/references.yml"),
            "citation" => Made(fence, new CitationBlock(), "content/report.yml"),
            _ when fence.Attributes.Find(ListingReader.File) is not null => ListingReader.ReadFile(fence),
            _ when fence.Attributes.Find(ListingReader.Experiment) is not null => ListingReader.ReadExperiment(fence),
            _ => Code(fence),
        };

    /// <summary>A block whose content comes from a file of the report.</summary>
    private static LeafBlock Made(Fence fence, LeafBlock block, string origin)
    {
        fence.Attributes.Check([Slots.Attribute], fence.Body.Bag);
        if (fence.Block.Lines.Count > 0)
        {
            fence.Body.Bag.Add(Errors.BlockFilled(fence.Place, fence.Block.Info!, origin));
        }

        block.SetAttributes(fence.Block.GetAttributes());
        return block;
    }

    /// <summary>Code that is only shown; it has no number, hence nothing to say to us.</summary>
    private static LeafBlock? Code(Fence fence)
    {
        if (fence.Attributes.Id.Length > 0 || fence.Attributes.Names.Any())
        {
            fence.Attributes.Check([], fence.Body.Bag);
            fence.Body.Bag.Add(Errors.ListingSourceMissing(fence.Place));
        }

        return null;
    }
}

/// <summary>A fenced block with its attributes, and how its parts are read.</summary>
internal sealed record Fence(FencedCodeBlock Block, BodyText Body)
{
    public Attributes Attributes { get; } = new(Block, Body.Source, Block.Span.Start);

    public Place Place => Body.Source.PlaceAt(Block.Span.Start);

    /// <summary>The lines inside as YAML; what the block is indented by stays, as spaces.</summary>
    public YamlValue? Yaml()
    {
        var lines = Block.Lines.Lines?.Take(Block.Lines.Count) ?? [];
        var text = string.Join('\n', lines.Select(l => new string(' ', Indent(l.Slice.Start)) + l.Slice)); // its end is in the file
        return YamlReader.Read(new SourceText(text, new Place(Place.File, Place.Line + 1, 1)), Body.Bag);
    }

    /// <summary>The caption's text, parsed; a missing one is reported.</summary>
    public ContainerInline Caption(Located<string>? caption)
    {
        if (caption is not null && caption.Value.Trim().Length > 0)
        {
            return InlineText.Parse(caption, Body.Bag);
        }

        Body.Bag.Add(Errors.BlockIncomplete(Place, "a caption"));
        return new ContainerInline();
    }

    /// <summary>The block's id; a missing one is reported.</summary>
    public string Id()
    {
        if (Attributes.Id.Length == 0)
        {
            Body.Bag.Add(Errors.BlockIncomplete(Place, "an id: {#…}"));
        }

        return Attributes.Id;
    }

    private int Indent(int offset) => Body.Source.PlaceAt(offset).Column - 1;
}
