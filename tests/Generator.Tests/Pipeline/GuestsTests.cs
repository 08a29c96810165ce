using Recto.Content;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>A second report, in <c>docs/</c>, that is published below the first one's site.</summary>
public static class GuestsTests
{
    private const string Links = """
        links:
          - { title: { zh: 指南, en: Guide }, href: { zh: guide/en/index.html, en: guide/en/index.html } }
          - { title: { zh: 别处, en: Elsewhere }, href: { zh: "https://example.com/zh", en: "https://example.com/en" } }

        """;

    [Fact]
    public static async Task Each_build_leaves_the_other_report_as_it_is()
    {
        using var build = await TwoReportsAsync();
        Assert.Equal(0, (await GuestAsync(build)).Exit);
        var guest = Edition(build, "site/guide");

        build.Declare(epochs: 3);
        var (exit, output, errors) = await build.RunAsync();
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("0 removed", output, StringComparison.Ordinal);
        Assert.Equal(guest, Edition(build, "site/guide"));

        var host = Edition(build, "site").Where(f => !f.Path.StartsWith("guide/", StringComparison.Ordinal)).ToList();
        build.Folder.Write("docs/content/one/en.md", "---\ntitle: One\n---\n# One {#one}\n\nOther words.\n");
        Assert.Equal(0, (await GuestAsync(build)).Exit);
        Assert.NotEqual(guest, Edition(build, "site/guide"));
        Assert.Equal(
            host,
            Edition(build, "site").Where(f => !f.Path.StartsWith("guide/", StringComparison.Ordinal)).ToList()
        );
        foreach (var again in new[] { await build.RunAsync(), await GuestAsync(build) })
        {
            Assert.Equal((0, "nothing has changed\n", ""), again);
        }
    }

    [Fact]
    public static async Task Its_files_are_guarded_by_its_own_build()
    {
        using var build = await TwoReportsAsync();
        await GuestAsync(build);
        await build.RunAsync();
        build.Folder.Write("site/guide/en/one.html", "something else");
        Assert.Equal((0, "nothing has changed\n", ""), await build.RunAsync());
        Assert.Contains("guide/en/one.html was changed", (await GuestAsync(build)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task The_guest_may_be_published_first()
    {
        using var build = new StubBuild();
        WriteGuest(build);
        Assert.Equal(0, (await GuestAsync(build)).Exit);
        var guest = Edition(build, "site/guide");
        Assert.Equal(0, (await build.RunAsync()).Exit);
        Assert.Equal(guest, Edition(build, "site/guide"));
    }

    [Fact]
    public static async Task Links_to_it_are_shown_once_it_is_there()
    {
        using var build = await TwoReportsAsync();
        const string Guide = "<a href=\"../guide/en/index.html\">Guide</a>";
        Assert.DoesNotContain(Guide, await build.PageAsync("en/one.html"), StringComparison.Ordinal);
        Assert.Contains("https://example.com/en", await build.PageAsync("en/one.html"), StringComparison.Ordinal);
        await GuestAsync(build);
        Assert.Equal(0, (await build.RunAsync()).Exit);
        foreach (var page in new[] { "en/one.html", "both/one.html" })
        {
            Assert.Matches("guide/en/index.html\">(Guide|指南)</a>", await build.PageAsync(page));
        }

        Assert.Contains(Guide, await build.PageAsync("en/one.html"), StringComparison.Ordinal);
        Assert.Contains(
            "href=\"../guide/en/index.html\">指南",
            await build.PageAsync("zh/index.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task A_folder_that_holds_something_else_is_no_place_for_a_site()
    {
        using var build = new StubBuild();
        WriteGuest(build);
        build.Folder.Write("site/guide/precious.txt", "mine");
        var (exit, _, errors) = await GuestAsync(build);
        Assert.Equal(2, exit);
        Assert.Equal(
            "recto: content/report.yml: site: ../site/guide is a folder that holds something else than a site; a build would replace it whole\n",
            errors
        );
        Assert.Equal("mine", await build.Folder.ReadAsync("site/guide/precious.txt"));
    }

    private static async Task<StubBuild> TwoReportsAsync()
    {
        var build = new StubBuild();
        WriteGuest(build);
        build.Folder.Write(ReportReader.File, await build.Folder.ReadAsync(ReportReader.File) + "\n" + Links);
        Assert.Equal(0, (await build.RunAsync()).Exit);
        return build;
    }

    private static void WriteGuest(StubBuild build)
    {
        build.Folder.Write(
            "docs/content/report.yml",
            """
            title: A guide
            description: How it is done
            authors: [Nobody]
            url: https://example.org/guide/
            site: ../site/guide
            languages: [en]
            parts:
              - { number: 1, title: All, chapters: [one] }
            """
        );
        build.Folder.Write("docs/content/one/en.md", "---\ntitle: One\n---\n# One {#one}\n\nWords.\n");
    }

    private static Task<(int Exit, string Output, string Errors)> GuestAsync(StubBuild build) =>
        build.BelowAsync("docs", "build", "--no-pdf");

    private static List<(string Path, string Text, DateTime Time)> Edition(StubBuild build, string folder) =>
        [
            .. build
                .Folder.Files(folder)
                .Select(f =>
                    (
                        f,
                        File.ReadAllText(build.Folder[$"{folder}/{f}"]),
                        File.GetLastWriteTimeUtc(build.Folder[$"{folder}/{f}"])
                    )
                ),
        ];
}
