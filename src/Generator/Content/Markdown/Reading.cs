using Markdig;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>What our parsers must know of the text they are in; travels in Markdig's parser context.</summary>
internal sealed record Reading(SourceText Source, DiagnosticBag Bag)
{
    public static Reading Of(MarkdownParserContext? context) => (Reading)context!.Properties[typeof(Reading)];

    public MarkdownParserContext Context() => new() { Properties = { [typeof(Reading)] = this } };
}
