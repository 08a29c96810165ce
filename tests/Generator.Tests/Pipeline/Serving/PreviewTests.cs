using Microsoft.Playwright;
using Recto.Pdf;
using Xunit;

namespace Recto.Tests.Pipeline.Serving;

/// <summary><c>recto serve</c> as an author sees it, in a real browser.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string Long { get; } =
        string.Concat(Enumerable.Range('a', 26).Select(c => $"Paragraph {(char)c}.\n\n"));

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // A machine may be busy.
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = BrowserFinder.Find(HostSystem.This, playwright.Chromium.ExecutablePath),
                Args = ["--no-sandbox"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }

    [Fact]
    public async Task A_changed_paragraph_is_shown_where_the_reader_is_without_loading_the_page_again()
    {
        await using var served = await ServedReport.StartAsync();
        served.Write(Long);
        var page = await served.OpenAsync(browser!, "en/one.html");
        await page.GetByText("Paragraph z.").WaitForAsync();
        await page.EvaluateAsync(
            "window.same = true; document.querySelectorAll('details').forEach(d => d.open = true); scrollTo({ top: 700, behavior: 'instant' })"
        );
        var before = await PlaceAsync(page);
        served.Write(Long.Replace("Paragraph t.", "Another t.", StringComparison.Ordinal));
        await page.GetByText("Another t.").WaitForAsync();
        Assert.Equal(before, await PlaceAsync(page));

        // What is added above moves the page below it, not the reader.
        served.Write("New.\n\nNew too.\n\n" + Long);
        await page.GetByText("New too.").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(
            before.Replace("true 700 ", "", StringComparison.Ordinal),
            (await PlaceAsync(page)).Split(' ', 3)[2]
        );
        Assert.True(await page.EvaluateAsync<bool>("window.same && scrollY > 740"));
    }

    /// <summary>Whether it is still the page that was loaded, how far down it is, what is at its top, how much is unfolded.</summary>
    private static Task<string> PlaceAsync(IPage page) =>
        page.EvaluateAsync<string>(
            """
            () => {
                const top = [...document.querySelectorAll("article p")].find(p => p.getBoundingClientRect().top > 60);
                const open = document.querySelectorAll("details[open]").length;
                return `${window.same} ${scrollY} ${top.textContent} ${Math.round(top.getBoundingClientRect().top)} ${open}`;
            }
            """
        );

    [Fact]
    public async Task A_mistake_is_told_with_its_place_over_the_last_good_page_and_goes_when_it_is_mended()
    {
        await using var served = await ServedReport.StartAsync();
        var page = await served.OpenAsync(browser!, "en/one.html");
        served.Write("Before {{ ae.test.mze | fixed 4 }}.");
        var errors = page.Locator("recto-preview .errors");
        await Assertions.Expect(errors).ToContainTextAsync("content/one/en.md(6,19)");
        await Assertions.Expect(errors).ToContainTextAsync("fact-unknown");
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync(" and ");

        // Hidden until there is other news
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(errors).ToBeHiddenAsync();
        served.Write("Before {{ ae.test.mzee | fixed 4 }}.");
        await Assertions.Expect(errors).ToBeVisibleAsync();
        served.Write("Mended.");
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("Mended.");
        await Assertions.Expect(errors).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_report_that_is_wrong_from_the_start_is_shown_once_it_is_right()
    {
        await using var served = await ServedReport.StartAsync(text: "{{ nothing }}");
        var page = await served.OpenAsync(browser!, "en/one.html");
        await Assertions.Expect(page.Locator("recto-preview .errors")).ToContainTextAsync("content/one/en.md(6,");
        served.Write("Right.");
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("Right.");
    }

    [Fact]
    public async Task Style_template_and_label_are_shown_too()
    {
        await using var served = await ServedReport.StartAsync();
        var page = await served.OpenAsync(browser!, "en/one.html");
        await page.EvaluateAsync("window.same = true");
        served.Folder.Write("templates/assets/custom.css", "article { letter-spacing: 3px }");
        await page.WaitForFunctionAsync("getComputedStyle(document.querySelector('article')).letterSpacing === '3px'");
        served.Folder.Write("templates/pager.html", "<p>A pager of our own.</p>");
        await page.GetByText("A pager of our own.").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.same"));
    }

    [Fact]
    public async Task A_changed_experiment_offers_to_train_and_trains_when_asked_to()
    {
        await using var served = await ServedReport.StartAsync();
        var page = await served.OpenAsync(browser!, "en/one.html");
        var training = page.Locator("recto-preview .training");
        await Assertions.Expect(training).ToBeHiddenAsync();
        served.Report.Declare(epochs: 3);
        await Assertions.Expect(training).ToContainTextAsync("3 runs are to be trained");
        await page.WaitForTimeoutAsync(1500);
        Assert.Empty(served.Report.Log());
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(training).ToBeHiddenAsync();
        Assert.Equal(6, served.Report.Log().Count); // three begin and end
        Assert.Equal(
            "2",
            await served.Folder.ReadAsync("site/data/ae/run.json") is var json
            && json.Contains("\"epochs\": 2", StringComparison.Ordinal)
                ? "2"
                : json
        );
    }

    [Fact]
    public async Task Training_shows_its_progress_and_can_be_stopped()
    {
        await using var served = await ServedReport.StartAsync("ae=hangs");
        var page = await served.OpenAsync(browser!, "en/one.html");
        served.Report.Declare(epochs: 3);
        var training = page.Locator("recto-preview .training");
        await training.GetByRole(AriaRole.Button, new() { Name = "Train t" }).ClickAsync();
        await Assertions.Expect(training).ToContainTextAsync("ae: starts");
        await Assertions.Expect(training.GetByRole(AriaRole.Progressbar)).Not.ToHaveCountAsync(0);
        await training.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(training).ToContainTextAsync("to be trained");
    }
}
