using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

public static class LinkChecksTests
{
    private const string Address = "https://recto.example/";

    [Theory]
    [InlineData("<a href=\"b.html\">")]
    [InlineData("<a href=\"b.html#here\">")]
    [InlineData("<a href=\"#a%20b\"><p id=\"a b\">")]
    [InlineData("<a href=\"../data/ae/run.json\">")]
    [InlineData("<a href=\"https://example.org/x\">")]
    [InlineData("<link rel=\"stylesheet\" href=\"../assets/recto.css\">")]
    [InlineData("<img src=\"data:image/png;base64,\">")]
    [InlineData("<pre>href=\"nowhere\"</pre>")]
    [InlineData("<a href=\"https://recto.example/zh/b.html\">")]
    [InlineData("<link rel=\"canonical\" href=\"https://recto.example/zh/b.html#here\">")]
    [InlineData("<p style=\"background:url(../assets/recto.css)\">")]
    public static void What_leads_somewhere_passes(string html) => Assert.Empty(Check(html));

    [Theory]
    [InlineData("<a href=\"c.html\">", "c.html")]
    [InlineData("<a href=\"b.html#there\">", "b.html#there")]
    [InlineData("<a href=\"#top\">", "#top")]
    [InlineData("<a href=\"../\">", "../")]
    [InlineData("<a href=\"../../x\">", "../../x")]
    [InlineData("<a href=\"/zh/b.html\">", "/zh/b.html")]
    [InlineData("<a href=\"../data/ae/none.csv\">", "../data/ae/none.csv")]
    [InlineData("<link rel=\"alternate\" href=\"https://recto.example/fr/b.html\">", "https://recto.example/fr/b.html")]
    [InlineData("<object data=\"https://example.org/x.svg\">", "https://example.org/x.svg")]
    [InlineData("<script src=\"https://example.org/x.js\">", "https://example.org/x.js")]
    [InlineData("<link rel=\"stylesheet\" href=\"//example.org/x.css\">", "//example.org/x.css")]
    public static void What_leads_nowhere_or_loads_from_elsewhere_is_reported(string html, string target) =>
        Assert.Equal(
            [$"zh/a.html(1,1): error link-broken: '{target}' is not in the site"],
            Check(html).Select(d => d.ToString())
        );

    [Theory]
    [InlineData("recto.css", "p { }\n@import \"https://example.org/x.css\";", 2, "https://example.org/x.css")]
    [InlineData("recto.css", "@font-face { src: url(gone.woff2) }", 1, "gone.woff2")]
    [InlineData("recto.js", "f();\nfetch('https://example.org/x.json')", 2, "https://example.org/x.json")]
    [InlineData("recto.js", "request.open('GET', \"//example.org/x\")", 1, "//example.org/x")]
    public static void What_styles_and_scripts_load_must_be_in_the_site(
        string file,
        string text,
        int line,
        string target
    )
    {
        var found = Assert.Single(Check("<p>", ($"assets/{file}", text)));
        Assert.Equal(($"assets/{file}", line), (found.Place?.File, found.Place?.Line));
        Assert.Equal($"'{target}' is not in the site", found.Message);
    }

    [Theory]
    [InlineData("recto.css", "/* url(https://example.org/x) */ p { fill: url(#clip); background: url(\"data:,\") }")]
    [InlineData("recto.js", "// see https://example.org/x\nlocation.href = 'https://example.org/'; fetch('b.html')")]
    public static void Comments_and_links_load_nothing(string file, string text) =>
        Assert.Empty(Check("<p>", ($"assets/{file}", text)));

    [Fact]
    public static void The_line_is_told() =>
        Assert.Equal(
            "zh/a.html(3,4): error link-broken: 'c.html' is not in the site",
            Assert.Single(Check("<p>\n<p>\n<p><a href=\"c.html\">")).ToString()
        );

    [Fact]
    public static void An_id_that_two_elements_have_is_reported() =>
        Assert.Equal(
            "zh/a.html(1,1): error anchor-twice: two elements have the id 'x'; choose another for the chapter's own",
            Assert.Single(Check("<p id=\"x\"><a href=\"#x\"><p id=\"y\"><p id=\"x\">")).ToString()
        );

    [Fact]
    public static void A_printed_edition_is_checked_too()
    {
        var print = new PrintEdition(
            Language.Chinese,
            "print.zh.html",
            Bytes("<a href=\"#x\">"),
            "report.zh.pdf",
            "",
            [],
            []
        );
        var bag = new DiagnosticBag();
        LinkChecks.Check(
            new SiteDraft(new Dictionary<string, byte[]>(), [print], []),
            new HashSet<string>(),
            Address,
            new PassedChecks(null),
            bag
        );
        Assert.Equal("print.zh.html", Assert.Single(bag.Sorted()).Place?.File);
    }

    private static IReadOnlyList<Diagnostic> Check(string html, params (string Path, string Text)[] others)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["zh/a.html"] = Bytes(html),
            ["zh/b.html"] = Bytes("<p id=\"here\">"),
            ["assets/recto.css"] = [],
        };
        foreach (var (path, text) in others)
        {
            files[path] = Bytes(text);
        }

        var bag = new DiagnosticBag();
        LinkChecks.Check(
            new SiteDraft(files, [], []),
            new HashSet<string> { "data/ae/run.json" },
            Address,
            new PassedChecks(null),
            bag
        );
        return bag.Sorted();
    }

    private static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);
}
