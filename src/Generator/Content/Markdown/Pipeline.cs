using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Recto.Content.Markdown;

/// <summary>Our Markdown, frozen once.</summary>
public static class Pipeline
{
    /// <summary>A chapter's body.</summary>
    public static MarkdownPipeline Chapter { get; } = Builder().Build();

    /// <summary>A title or a caption: one run of text, in which <c>#</c> or <c>-</c> at the start mean themselves.</summary>
    public static MarkdownPipeline Text { get; } = TextBuilder().Build();

    private static MarkdownPipelineBuilder Builder()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseGridTables()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAlertBlocks()
            .UseCjkFriendlyEmphasis()
            .UseMathematics()
            .UseGenericAttributes();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new ReferenceParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CitationParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new MarkedParser());
        builder.Extensions.Add(new OwnInlines());
        return builder;
    }

    private static MarkdownPipelineBuilder TextBuilder()
    {
        var builder = Builder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        return builder;
    }

    /// <summary>Runs after the other extensions' setup, to stand before what they have added.</summary>
    private sealed class OwnInlines : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.InlineParsers.Replace<MathInlineParser>(new CjkMathParser());
            pipeline.InlineParsers.Insert(0, new ValueParser());
        }

        public void Setup(MarkdownPipeline pipeline, Markdig.Renderers.IMarkdownRenderer renderer) { }
    }
}
