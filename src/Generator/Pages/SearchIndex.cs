using System.Text.Encodings.Web;
using System.Text.Json;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>What can be found on a language's pages, a document a section, as a classic script: pages on a disk cannot fetch.</summary>
public static class SearchIndex
{
    private static readonly JsonSerializerOptions Json = new()
    {
        // The file is a script of its own, never within HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string PathOf(string language) => $"assets/search.{language}.js";

    /// <summary>A page loads it when a reader searches.</summary>
    public static bool Is(string path) => path.StartsWith("assets/search.", StringComparison.Ordinal);

    public static byte[] Of(SiteModels site)
    {
        var documents = site.Pages.SelectMany(page =>
            Sections(page)
                .Where(section => section.Heading is not null || Words(section, page).Length > 0)
                .Select(section => Document(section, page))
        );
        var language = JsonSerializer.Serialize(site.In.Language.Code);
        return PageWriter.Bytes($"(window.rectoIndex ??= {{}})[{language}] = [\n{string.Join(",\n", documents)}\n];\n");
    }

    /// <summary>Address below the site, number and title of the section, its chapter, its text.</summary>
    private static string Document(Section section, PageContext page)
    {
        var heading = section.Heading;
        var (id, number) = heading is null
            ? ("", page.Chapter.Label(page.In.Language))
            : Headings.Identity(heading, page);
        var title = heading is null ? ChapterModels.Title(page) : InlineHtml.Plain(heading.Inline, page);
        var address = $"{page.In.Language.Code}/{page.Chapter.Folder}.html{(id.Length > 0 ? "#" + id : "")}";
        string[] document = [address, $"{number} {title}".Trim(), ChapterModels.Title(page), Words(section, page)];
        return JsonSerializer.Serialize(document, Json);
    }

    private sealed record Section(HeadingBlock? Heading, List<Block> Blocks);

    private static IEnumerable<Section> Sections(PageContext page)
    {
        var section = new Section(null, []);
        foreach (var block in page.Edition.Body)
        {
            if (block is HeadingBlock heading)
            {
                yield return section;
                section = new Section(heading, []);
            }
            else
            {
                section.Blocks.Add(block);
            }
        }

        yield return section;
    }

    private static string Words(Section section, PageContext page) =>
        string.Join(' ', section.Blocks.SelectMany(block => Texts(block, page)).Where(text => text.Length > 0));

    private static IEnumerable<string> Texts(Block block, PageContext page) =>
        block switch
        {
            FigureBlock f => [Words(f.Caption, page), Words(f.Alt, page)],
            MetricsBlock m => [Words(m.Caption, page), .. m.Runs.Select(run => run.Value)],
            ListingBlock l => [Words(l.Caption, page), l.Origin],
            ClaimsBlock c => c.Claims.Select(claim => Words(ClaimHtml.Sentence(claim, page), page)),
            LeafBlock { Inline: { } inline } => [Words(inline, page)],
            ContainerBlock container => container.SelectMany(inner => Texts(inner, page)),
            _ => [],
        };

    private static string Words(ContainerInline inlines, PageContext page) => InlineHtml.Plain(inlines, page);
}
