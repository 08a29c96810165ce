using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Recto.Content.Markdown;

namespace Recto.Pages;

/// <summary>
/// What a link to another chapter shows where it stands, a classic script a language, loaded when one is first pointed at.
/// </summary>
public static partial class Previews
{
    private static readonly JsonSerializerOptions Json = new()
    {
        // The file is a script of its own, never within HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string PathOf(string language) => $"assets/previews.{language}.js";

    public static bool Is(string path) => path.StartsWith("assets/previews.", StringComparison.Ordinal);

    /// <summary>The paragraphs that it may show: how each section begins.</summary>
    public static IEnumerable<string> Beginnings(PageContext page) =>
        page
            .Edition.Body.Descendants<HeadingBlock>()
            .Select(Beginning)
            .OfType<ParagraphBlock>()
            .Select(paragraph => page.Edition.Source[paragraph.Span.Start..(paragraph.Span.End + 1)]);

    /// <summary>Anchor → HTML, of what the language's pages link to in other chapters.</summary>
    public static byte[] Of(SiteModels site, IEnumerable<string> pages)
    {
        var linked = pages
            .SelectMany(html => Elsewhere().Matches(html))
            .Select(link => WebUtility.HtmlDecode(link.Value))
            .ToHashSet(StringComparer.Ordinal);
        var previews = site
            .Pages.SelectMany(page => Shown(page, anchor => linked.Contains($"{page.Chapter.Folder}.html#{anchor}")))
            .ToDictionary();
        var language = JsonSerializer.Serialize(site.In.Language.Code);
        return PageWriter.Bytes(
            $"(window.rectoPreviews ??= {{}})[{language}] = {JsonSerializer.Serialize(previews, Json)};\n"
        );
    }

    private static IEnumerable<KeyValuePair<string, string>> Shown(PageContext page, Predicate<string> isLinked) =>
        from block in page.Edition.Body.Descendants<Block>()
        from anchor in Anchors.Of(block, Places.Of(page.Edition.File, block))
        let target = page.In.Numbering.Find(anchor.Id)
        where target is not null && isLinked(target.Anchor)
        select KeyValuePair.Create(target.Anchor, Alone(Markup(block, anchor, Aside(page))));

    /// <summary>Its numbers and works are listed in its own chapter, not where it is shown.</summary>
    private static PageContext Aside(PageContext page) =>
        page with
        {
            Provenance = new(),
            Citations = Citations.Of(page.Edition, page.In.Book),
        };

    private static string Markup(Block block, Anchor anchor, PageContext page) =>
        block switch
        {
            HeadingBlock { Level: 1 } => Title(page) + (Description(page) ?? First(block, page)),
            HeadingBlock => MarkdownHtml.Of(block, page) + First(block, page),
            ClaimsBlock claims => ClaimHtml.Of(claims.Claims.First(claim => claim.Id == anchor.Id), page),
            _ => MarkdownHtml.Of(block, page),
        };

    private static string Title(PageContext page)
    {
        var number = page.Chapter.Label(page.In.Language);
        var label = number.Length == 0 ? "" : $"<span class=\"no\">{Html.Escape(number)}</span> ";
        return $"<h1>{label}{ChapterModels.Heading(page)}</h1>";
    }

    private static string? Description(PageContext page) =>
        ChapterModels.Description(page) is { } words ? $"<p>{Html.Escape(words)}</p>" : null;

    /// <summary>How a section begins.</summary>
    private static string First(Block heading, PageContext page) =>
        Beginning(heading) is { } paragraph ? MarkdownHtml.Of(paragraph, page) : "";

    private static ParagraphBlock? Beginning(Block heading) =>
        heading.Parent!.SkipWhile(block => block != heading).Skip(1).FirstOrDefault() as ParagraphBlock;

    /// <summary>Without marks and links that hold in its own chapter only.</summary>
    private static string Alone(string html) => Links().Replace(Marks().Replace(html, ""), "$1");

    [GeneratedRegex("""(?<=<a class="ref" href=")[^"#/]+\.html#[^"]+""")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""\u2060?(?:<sup><a class="footnote-ref".*?</a></sup>|<a class="cite".*?</a>)""")]
    private static partial Regex Marks();

    [GeneratedRegex("""<a (?!class="data")[^>]*>(.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex Links();
}
