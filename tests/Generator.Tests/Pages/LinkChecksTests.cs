using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

public static class LinkChecksTests
{
    [Theory]
    [InlineData("<a href=\"b.html\">")]
    [InlineData("<a href=\"b.html#here\">")]
    [InlineData("<a href=\"#a%20b\"><p id=\"a b\">")]
    [InlineData("<a href=\"../data/ae/run.json\">")]
    [InlineData("<a href=\"https://example.org/x\">")]
    [InlineData("<link rel=\"stylesheet\" href=\"../assets/recto.css\">")]
    [InlineData("<img src=\"data:image/png;base64,\">")]
    [InlineData("<pre>href=\"nowhere\"</pre>")]
    public static void What_leads_somewhere_passes(string html) => Assert.Empty(Check(html));

    [Theory]
    [InlineData("<a href=\"c.html\">", "c.html")]
    [InlineData("<a href=\"b.html#there\">", "b.html#there")]
    [InlineData("<a href=\"#top\">", "#top")]
    [InlineData("<a href=\"../\">", "../")]
    [InlineData("<a href=\"../../x\">", "../../x")]
    [InlineData("<a href=\"/zh/b.html\">", "/zh/b.html")]
    [InlineData("<a href=\"../data/ae/none.csv\">", "../data/ae/none.csv")]
    [InlineData("<script src=\"https://example.org/x.js\">", "https://example.org/x.js")]
    [InlineData("<link rel=\"stylesheet\" href=\"//example.org/x.css\">", "//example.org/x.css")]
    public static void What_leads_nowhere_or_loads_from_elsewhere_is_reported(string html, string target) =>
        Assert.Equal(
            [$"zh/a.html(1,1): error link-broken: '{target}' is not in the site"],
            Check(html).Select(d => d.ToString())
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
        LinkChecks.Check(new SiteDraft(new Dictionary<string, byte[]>(), [print], []), new HashSet<string>(), bag);
        Assert.Equal("print.zh.html", Assert.Single(bag.Sorted()).Place?.File);
    }

    private static IReadOnlyList<Diagnostic> Check(string html)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["zh/a.html"] = Bytes(html),
            ["zh/b.html"] = Bytes("<p id=\"here\">"),
            ["assets/recto.css"] = [],
        };
        var bag = new DiagnosticBag();
        LinkChecks.Check(new SiteDraft(files, [], []), new HashSet<string> { "data/ae/run.json" }, bag);
        return bag.Sorted();
    }

    private static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);
}
