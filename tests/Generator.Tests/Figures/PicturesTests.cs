using Recto.Content;
using Recto.Figures;
using Recto.Tests.Pages;
using SkiaSharp;
using Xunit;

namespace Recto.Tests.Figures;

/// <summary>Pictures of a chapter's folder: what becomes of them in each language, and what they must not hold.</summary>
public static class PicturesTests
{
    private const string Chapter = """
        ---
        title: 题
        ---
        # 题 {#top}

        ![图](NAME "图注"){#fig-a slot=2.1.schematic}

        """;

    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 90\">\n";

    [Theory]
    [InlineData("zh", "<text>编码</text>")]
    [InlineData("en", "<text>code</text>")]
    public static void A_switch_shows_the_words_of_the_language(string language, string shown) =>
        Assert.Equal(
            shown,
            Inner(
                "<switch><text systemLanguage=\"zh\">编码</text><text systemLanguage=\"en\">code</text></switch>",
                language
            )
        );

    [Theory]
    // Without a language: anyone's.
    [InlineData("<switch><g systemLanguage=\"zh\"/><path d=\"M0 0\"/></switch>", "<path d=\"M0 0\" />")]
    // Ids are this figure's own, wherever they are named.
    [InlineData(
        "<defs><path id=\"p\"/></defs><use href=\"#p\" clip-path=\"url(#p)\"/>",
        "<defs><path id=\"fig-a-en-p\" /></defs><use href=\"#fig-a-en-p\" clip-path=\"url(#fig-a-en-p)\" />"
    )]
    // The head of an arrow has the colour of its line, or of the group around it.
    [InlineData(
        "<g class=\"accent\"><path class=\"arrow\" d=\"M0 0H9\"/></g>",
        "<marker id=\"fig-a-en-arrow-accent\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path class=\"accent head\" d=\"M0 0L10 5L0 10z\" /></marker>"
            + "<g class=\"accent\"><path class=\"arrow\" d=\"M0 0H9\" marker-end=\"url(#fig-a-en-arrow-accent)\" /></g>"
    )]
    // What an editor leaves behind.
    [InlineData("<title>t</title><x:y xmlns:x=\"urn:x\"/><g x:z=\"1\" xmlns:x=\"urn:x\"/>", "<g />")]
    public static void A_picture_is_made_to_live_in_a_page(string drawn, string page) =>
        Assert.Equal(page, Inner(drawn, "en"));

    [Theory]
    [InlineData("<script>x</script>", "(2,1): error picture-element-forbidden: a picture holds no <script>")]
    [InlineData("<g onclick=\"x\"/>", "(2,4): error picture-script: a picture holds no scripts: remove 'onclick'")]
    [InlineData(
        "<use href=\"https://example.org/a.svg#x\"/>",
        "(2,6): error picture-external: a picture loads nothing: 'https://example.org/a.svg#x' lies outside of it"
    )]
    [InlineData(
        "<path mask=\"url(other.svg#x)\"/>",
        "(2,7): error picture-external: a picture loads nothing: 'url(other.svg#x)' lies outside of it"
    )]
    [InlineData(
        "<g id=\"box\"/><use href=\"#bo\"/>",
        "(2,19): error picture-reference-unknown: the picture has no id 'bo'; did you mean 'box'?"
    )]
    [InlineData(
        "<g class=\"acent\"/>",
        "(2,4): error picture-class-unknown: pictures have no class 'acent'; did you mean 'accent'?"
    )]
    [InlineData(
        "<g fill=\"#333\"/>",
        "(2,4): error picture-colour: 'fill' is fixed to '#333' and would not follow light and dark; use classes such as 'ink' or 'accent', or none"
    )]
    [InlineData(
        "<g style=\"fill:red\"/>",
        "(2,4): error picture-style: 'style' would not follow the page; use classes such as 'ink', 'fill' or 'math'"
    )]
    [InlineData(
        "<switch><text systemLanguage=\"en\">a</text></switch>",
        "(2,1): error picture-language-missing: this <switch> has no branch for 'zh'; expected one with systemLanguage=\"zh\""
    )]
    [InlineData(
        "<text>\U00010900</text>",
        "(1,1): error glyph-missing: the font of figures has no glyph for '\U00010900', which figure 'fig-a' shows in 'zh'"
    )]
    [InlineData(
        "<g>",
        "(2,6): error picture-invalid: the picture cannot be read: The 'g' start tag on line 2 position 2 does not match the end tag of 'svg'. Line 2, position 6."
    )]
    public static void What_a_picture_must_not_hold_is_told_where_it_stands(string drawn, string error)
    {
        var (_, messages) = Read($"{Open}{drawn}</svg>", "zh");
        Assert.Equal(["content/one/a.svg" + error], messages);
    }

    [Fact]
    public static void An_empty_picture_is_told_at_its_beginning() =>
        Assert.Equal(
            ["content/one/a.svg(1,1): error picture-invalid: the picture cannot be read: Root element is missing."],
            Read("", "zh").Messages
        );

    [Fact]
    public static void Without_a_view_box_nothing_says_how_large_it_is() =>
        Assert.Equal(
            [
                "content/one/a.svg(1,1): error picture-viewbox-missing: expected <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 300\">",
            ],
            Read("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "zh").Messages
        );

    [Fact]
    public static void A_missing_picture_is_told_with_the_nearest_name()
    {
        using var report = new TestReport();
        report.File("content/one/schematic.svg", Open + "</svg>");
        report.Add("one", "zh", Chapter.Replace("NAME", "shematic.svg", StringComparison.Ordinal));
        report.Write(Language.Chinese);
        Assert.Equal(
            [
                "content/one/zh.md(6,6): error picture-missing: content/one has no picture 'shematic.svg'; did you mean 'schematic.svg'?",
            ],
            report.Messages
        );
    }

    [Fact]
    public static void A_picture_of_one_language_takes_the_place_of_the_common_one()
    {
        using var report = new TestReport();
        report.File("content/one/a.svg", Open + "<g/></svg>").File("content/one/a.en.svg", Open + "<path/></svg>");
        var figures = Pictures(report, "a.svg", "zh", "en");
        Assert.Contains("<g />", figures.Find("fig-a", Language.Chinese)!.Svg, StringComparison.Ordinal);
        Assert.Contains("<path />", figures.Find("fig-a", Language.English)!.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_bitmap_is_published_as_it_is()
    {
        using var report = new TestReport();
        using var bitmap = new SKBitmap(30, 20);
        report.File("content/one/a.png", "");
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(Path.Combine(report.Workspace.Root, "content/one/a.png"), png.ToArray());
        var figure = Pictures(report, "a.png", "zh").Find("fig-a", Language.Chinese)!;
        Assert.Contains(
            "viewBox=\"0 0 30 20\" width=\"30\" height=\"20\"><image width=\"30\" height=\"20\" href=\"../figures/one-a.png\"/>",
            figure.Svg,
            StringComparison.Ordinal
        );
        Assert.Equal(png.ToArray(), figure.Files["one-a.png"]);
    }

    [Fact]
    public static void A_file_that_is_no_image_is_told()
    {
        using var report = new TestReport();
        report.File("content/one/a.png", "no image");
        Pictures(report, "a.png", "zh");
        Assert.Equal(
            [
                "content/one/a.png(1,1): error picture-invalid: the picture cannot be read: it is no PNG, JPEG or WebP image",
            ],
            report.Messages
        );
    }

    private static string Inner(string drawn, string language)
    {
        var (figures, messages) = Read(Open + drawn + "</svg>", "zh", "en");
        Assert.Empty(messages);
        var svg = figures.Find("fig-a", Language.Known.First(l => l.Code == language))!.Svg;
        const string opening =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 760 90\" width=\"760\" height=\"90\" font-size=\"13\">";
        Assert.StartsWith(opening, svg, StringComparison.Ordinal);
        return svg[opening.Length..^"</svg>".Length].Replace("\n", "", StringComparison.Ordinal);
    }

    private static (FigureSet Figures, IReadOnlyList<string> Messages) Read(string svg, params string[] languages)
    {
        using var report = new TestReport();
        report.File("content/one/a.svg", svg);
        return (Pictures(report, "a.svg", languages), report.Messages);
    }

    private static FigureSet Pictures(TestReport report, string name, params string[] languages)
    {
        foreach (var language in languages)
        {
            report.Add("one", language, Chapter.Replace("NAME", name, StringComparison.Ordinal));
        }

        report.WriteReport([.. languages.Select(code => Language.Known.First(l => l.Code == code))]);
        var book = BookReader.Read(report.Workspace, report.Bag)!;
        return Recto.Figures.Pictures.Read(book, report.Workspace, report.Bag);
    }
}
