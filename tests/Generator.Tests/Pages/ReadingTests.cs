using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Recto.Tests.Pages;

/// <summary>What a reader can do, in a real browser, from disk.</summary>
public sealed class ReadingTests(ReadingFixture site) : IClassFixture<ReadingFixture>
{
    [Theory]
    [InlineData("English", "en/one.html")]
    [InlineData("对照", "both/one.html")]
    public async Task The_switch_of_languages_keeps_the_place_that_is_read(string name, string path)
    {
        var page = await site.OpenAsync("zh/one.html");
        await page.EvaluateAsync("document.getElementById('end').scrollIntoView()");
        // Not ClickAsync, which scrolls: it does not see that the bar is in view already.
        await page.Locator(".bar .languages").GetByText(name, new() { Exact = true }).DispatchEventAsync("click");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(path)), new() { Timeout = 20_000 });
        Assert.EndsWith($"/{path}#end", page.Url, StringComparison.Ordinal);
        Assert.InRange(await TopAsync(page.Locator("#end")), 0, 150);
    }

    [Theory]
    [InlineData("a.num", "ae_tanh.test.mse")]
    [InlineData("a.num", "aaaaaaaaaaaa")] // the train key
    [InlineData("a.ref[href='#fig-a']", "图1")]
    [InlineData("a.ref[href='#eq-a']", "(1)")]
    [InlineData("a.cite", "A work")]
    [InlineData("a.footnote-ref", "脚注的话")]
    public async Task What_a_mark_leads_to_is_shown_where_it_stands(string link, string words)
    {
        var page = await site.OpenAsync("zh/one.html");
        var card = page.Locator(".card");
        await page.Locator("article " + link).First.HoverAsync();
        await Expect(card).ToContainTextAsync(words);

        await card.HoverAsync(); // It stays while the pointer is on it,
        await page.WaitForTimeoutAsync(500);
        await Expect(card).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape"); // and goes when it is told to.
        await Expect(card).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("zh/two.html", "one.html#fig-a", "损失的变化")]
    [InlineData("zh/two.html", "one.html#eq-a", "(1)")]
    [InlineData("zh/two.html", "one.html#tbl-a", "平方误差")]
    [InlineData("zh/two.html", "one.html#claim-more", "relu的误差更大")]
    [InlineData("zh/two.html", "one.html#part", "变分自编码器的误差是")]
    [InlineData("en/two.html", "one.html#part", "The variational autoencoder errs by")] // Not translated itself.
    [InlineData("zh/one.html", "two.html#two", "只有第3.1.1节的中文")]
    [InlineData("both/one.html", "../en/two.html#two", "只有第3.1.1节的中文")]
    public async Task What_another_chapter_says_is_loaded_when_it_is_pointed_at(string path, string link, string words)
    {
        var page = await site.OpenAsync(path);
        Assert.Equal(1, await page.Locator("script[src]").CountAsync());
        await page.Locator($"article a.ref[href='{link}']").First.HoverAsync();
        await Expect(page.Locator(".card")).ToContainTextAsync(words);
        Assert.Equal(2, await page.Locator("script[src]").CountAsync());
        await page.Locator(".card .go").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(link.TrimStart('.'))), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task What_cannot_be_shown_is_gone_to()
    {
        var page = await site.OpenAsync("zh/two.html", phone: true);
        await page.EvaluateAsync("document.querySelector('script[data-root]').dataset.root = 'nowhere/'");
        await page.Locator("a.ref[href='one.html#part']").TapAsync();
        await Expect(page).ToHaveURLAsync(new Regex("one.html#part$"), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_card_is_reached_by_keyboard()
    {
        var page = await site.OpenAsync("zh/one.html");
        await page.EvaluateAsync("document.querySelector('article .title').setAttribute('tabindex', -1)");
        await page.EvaluateAsync("document.querySelector('article .title').focus()");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".card")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.EndsWith("evidence.html#run-ae_tanh", await page.EvaluateAsync<string>("document.activeElement.href"));
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("num", await page.EvaluateAsync<string>("document.activeElement.className"));
    }

    [Fact]
    public async Task On_a_phone_a_tap_opens_a_sheet_at_the_bottom()
    {
        var page = await site.OpenAsync("zh/one.html", phone: true);
        await page.Locator("a.num").First.TapAsync();
        var box = (await page.Locator(".card").BoundingBoxAsync())!;
        Assert.Equal((0, 390, 844), ((int)box.X, (int)box.Width, (int)Math.Round(box.Y + box.Height)));
        Assert.EndsWith("one.html", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh/one.html", "变分", "zh/one.html")]
    [InlineData("en/one.html", "variational", "en/one.html")]
    [InlineData("en/one.html", "variat", "en/one.html")]
    [InlineData("both/one.html", "variational", "en/one.html")]
    [InlineData("both/one.html", "变分自编码器", "zh/one.html")]
    public async Task Search_finds_words_of_both_languages_by_keyboard_alone(string path, string words, string found)
    {
        var page = await site.OpenAsync(path);
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("dialog.finder input")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync(words);
        await Expect(page.Locator(".finder li").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(found) + "#"), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Search_says_when_there_is_nothing_and_loads_nothing_before_it_is_used()
    {
        var page = await site.OpenAsync("zh/one.html");
        Assert.Equal(1, await page.Locator("script[src]").CountAsync());
        await page.Keyboard.PressAsync("/");
        await page.Locator(".finder input").FillAsync("没有的词语");
        await Expect(page.Locator(".finder .status")).ToHaveTextAsync("没有找到。");
        await Expect(page.Locator(".finder li")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".finder")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_figure_fills_the_window_and_gives_the_page_back()
    {
        var page = await site.OpenAsync("zh/one.html");
        await page.Locator("#fig-a .plot").ClickAsync();
        await Expect(page.Locator("dialog.zoom .plot svg")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog.zoom")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("zh/one.html")]
    [InlineData("both/one.html")]
    [InlineData("zh/index.html")]
    public async Task Without_script_everything_reads_and_nothing_is_offered_that_needs_it(string path)
    {
        var page = await site.OpenAsync(path, script: false);
        await Expect(page.Locator(".scripted").First).ToBeHiddenAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        if (path != "zh/index.html")
        {
            await page.Locator("a.num").First.ClickAsync();
            Assert.EndsWith("#pv-1", page.Url, StringComparison.Ordinal);
            await Expect(page.Locator("#pv-1")).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Two_languages_stand_beside_each_other_on_a_wide_window_and_below_on_a_phone()
    {
        var wide = await site.OpenAsync("both/one.html");
        Assert.Equal(await TopAsync(wide.Locator("#part")), await TopAsync(wide.Locator("#en-part")));
        var phone = await site.OpenAsync("both/one.html", phone: true);
        Assert.True(await TopAsync(phone.Locator("#part")) < await TopAsync(phone.Locator("#en-part")));
        Assert.Equal(390, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task<int> TopAsync(ILocator element) => (int)(await element.BoundingBoxAsync())!.Y;
}
