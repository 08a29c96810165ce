using System.Security.Cryptography;
using System.Text;
using Recto.Diagnostics;
using Recto.Pages;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

public static class WeightChecksTests
{
    /// <summary>Bytes that no gzip makes smaller than three quarters: what is asked for, packed.</summary>
    private static string Noise(int packed) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(packed));

    [Fact]
    public static void A_page_of_ordinary_weight_passes() =>
        Assert.Empty(Check(html: 60_000, css: 60_000, picture: 300_000));

    [Fact]
    public static void HTML_and_style_count_together() =>
        Assert.StartsWith(
            "zh/a.html(1,1): error page-heavy: HTML, styles and scripts weigh 16",
            Assert.Single(Check(html: 80_000, css: 80_000, picture: 1)),
            StringComparison.Ordinal
        );

    [Fact]
    public static void Pictures_count_but_for_those_of_the_other_theme() =>
        Assert.StartsWith(
            "zh/a.html(1,1): error page-heavy: all it shows weigh 5",
            Assert.Single(Check(html: 10_000, css: 10_000, picture: 500_000)),
            StringComparison.Ordinal
        );

    private static IReadOnlyList<string> Check(int html, int css, int picture)
    {
        var page =
            $"<link rel=\"stylesheet\" href=\"../assets/a.css\"><image href=\"../figures/a.light.webp\"/><image href=\"../figures/a.dark.webp\"/><a href=\"b.html\">{Noise(html)}</a>";
        var files = new Dictionary<string, byte[]>
        {
            ["zh/a.html"] = Encoding.UTF8.GetBytes(page),
            ["zh/b.html"] = [],
            ["assets/a.css"] = Encoding.UTF8.GetBytes(Noise(css)),
            ["figures/a.light.webp"] = new byte[picture],
            ["figures/a.dark.webp"] = new byte[picture],
        };
        var bag = new DiagnosticBag();
        WeightChecks.Check(new SiteDraft(files, [], []), new PassedChecks(null), bag);
        return [.. bag.Sorted().Select(d => d.ToString())];
    }
}
