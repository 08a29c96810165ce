using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content.Parity;

/// <summary>A heading and what stands between it and the next, of whatever level; known by the heading's id.</summary>
/// <param name="Text">As it was typed, its heading included.</param>
public sealed record Section(string Id, int Level, Place Place, string Text)
{
    /// <summary>Of a chapter in one language, in order.</summary>
    public static IReadOnlyList<Section> Of(Edition edition)
    {
        var headings = edition.Body.OfType<HeadingBlock>().ToList();
        var ends = headings.Skip(1).Select(h => h.Span.Start).Append(edition.Source.Length);
        return
        [
            .. headings.Zip(
                ends,
                (heading, end) =>
                    new Section(
                        heading.TryGetAttributes()?.Id ?? "",
                        heading.Level,
                        Places.Of(edition.File, heading),
                        edition.Source[heading.Span.Start..end]
                    )
            ),
        ];
    }
}
