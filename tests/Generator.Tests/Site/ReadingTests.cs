using Microsoft.Playwright;
using Xunit;

namespace Recto.Tests.Site;

/// <summary>Whoever reads the report, and by whatever means, gets all of it.</summary>
public sealed class ReadingTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const int Phone = 390;

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_light_and_dark()
    {
        var axe = await AxeAsync();
        Assert.Empty(
            await EachAsync(
                site.Pages,
                1280,
                async page =>
                {
                    await page.AddAsync(axe);
                    await page.ThemeAsync(ColorScheme.Light);
                    var light = await page.AskAsync<string[]>(Violations);
                    await page.ThemeAsync(ColorScheme.Dark);
                    var dark = await page.AskAsync<string[]>(Violations);
                    return
                    [
                        .. light.Select(v => $"{page.Path}, light: {v}"),
                        .. dark.Select(v => $"{page.Path}, dark: {v}"),
                    ];
                }
            )
        );
    }

    [Fact]
    public async Task Axe_finds_nothing_on_a_phone_and_no_page_is_wider_than_it()
    {
        var axe = await AxeAsync();
        Assert.Empty(
            await EachAsync(
                site.OfEachType,
                Phone,
                async page =>
                {
                    await page.AddAsync(axe);
                    var found = await page.AskAsync<string[]>(Violations);
                    var width = await page.AskAsync<int>("document.scrollingElement.scrollWidth");
                    return
                    [
                        .. found.Select(v => $"{page.Path}, phone: {v}"),
                        .. width > Phone ? [$"{page.Path} is {width} px wide"] : Array.Empty<string>(),
                    ];
                }
            )
        );
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(Phone)]
    public async Task The_text_has_room_to_be_read(int width) =>
        Assert.Empty(
            await EachAsync(
                [.. site.OfEachType, "404.html"],
                width,
                async page =>
                {
                    var room = await page.AskAsync<int>("document.querySelector('main').clientWidth");
                    return room < 320 ? [$"{page.Path}, {width} px: {room} px for the text"] : [];
                }
            )
        );

    [Theory]
    [InlineData(1280)]
    [InlineData(Phone)]
    public async Task Nothing_moves_nothing_fails_and_no_request_leaves_the_site(int width) =>
        Assert.Empty(
            await EachAsync(
                site.Pages,
                width,
                async page =>
                {
                    var shifts = await page.AskAsync<string[]>(Shifts);
                    return [.. page.Faults, .. shifts.Select(s => $"{page.Path}, {width} px: {s}")];
                }
            )
        );

    [Theory]
    [InlineData("en/92-comparison.html")]
    [InlineData("zh/93-errata.html")]
    public async Task A_page_that_comes_in_pieces_does_not_move_either(string path)
    {
        await using var page = await site.OpenAsync(path, slowly: true);
        Assert.Empty(await page.AskAsync<string[]>(Shifts));
    }

    [Fact]
    public async Task The_keyboard_reaches_everything() =>
        Assert.Empty(
            await EachAsync(
                site.OfEachType,
                1280,
                async page =>
                {
                    var stops = await page.AskAsync<int>(Watch);
                    for (var i = 0; i < stops; i++)
                    {
                        await page.PressAsync("Tab");
                    }

                    return
                    [
                        .. (await page.AskAsync<string[]>("unreached()")).Select(e =>
                            $"{page.Path}: Tab never comes to {e}"
                        ),
                    ];
                }
            )
        );

    /// <summary>What two pages at a time find, sorted.</summary>
    private async Task<IReadOnlyList<string>> EachAsync(
        IReadOnlyList<string> pages,
        int width,
        Func<OpenPage, Task<IEnumerable<string>>> find
    )
    {
        Assert.NotEmpty(pages);
        var found = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            pages,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 2,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (path, _) =>
            {
                await using var page = await site.OpenAsync(path, width);
                foreach (var fault in await find(page))
                {
                    found.Add(fault);
                }
            }
        );
        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task<string> AxeAsync()
    {
        var file = System.IO.Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js");
        var isPrepared = Environment.GetEnvironmentVariable("RECTO_PREPARED") == "1";
        Assert.SkipUnless(File.Exists(file) || isPrepared, "axe-core is not installed; `./build.sh test` does it");
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    private const string Violations = """
        async () => {
            await new Promise(requestAnimationFrame);
            const { violations } = await axe.run(document, { resultTypes: ["violations"] });
            return violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id} at ${n.target.join(" ")}: ${n.any[0]?.message ?? v.help}`));
        }
        """;

    /// <summary>Reads to the end of the page; answers what moved without being asked to.</summary>
    private const string Shifts = """
        async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 800) {
                scrollTo(0, y);
                await new Promise(requestAnimationFrame);
            }
            await new Promise(done => setTimeout(done, 100));
            const shifts = window.shifts.filter(s => !s.hadRecentInput);
            // Less than a line of a large page is what a formula's font may still cost that comes late.
            return shifts.reduce((sum, s) => sum + s.value, 0) < 0.01 ? [] : shifts
                .map(s => `${s.value.toFixed(4)} by ${s.sources.map(x => x.node?.className || x.node?.nodeName).join(", ")}`);
        }
        """;

    /// <summary>Notes what gets the focus, past cards, which have stops of their own; answers how many stops there should be.</summary>
    private const string Watch = """
        () => {
            const reached = new Set();
            document.addEventListener("focusin", event => {
                reached.add(event.target);
                dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
            });
            const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
                .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0);
            window.unreached = () => all.filter(e => !reached.has(e)).map(e => e.outerHTML.slice(0, 120));
            return all.length;
        }
        """;
}
