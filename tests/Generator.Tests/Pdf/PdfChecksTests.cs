using Recto.Diagnostics;
using Recto.Pages;
using Recto.Pdf;
using Xunit;

namespace Recto.Tests.Pdf;

public static class PdfChecksTests
{
    private static readonly PageHeading Plain = new("ae", "3.1", "The plain autoencoder", 1);
    private static readonly PageHeading Denoising = new("dae", "3.2", "The denoising one", 1);

    [Fact]
    public static async Task A_good_print_has_nothing_to_complain_of()
    {
        var printed = await PrintFixture.Printed;

        Assert.Empty(
            Check(
                printed[0],
                new(
                    "zh.pdf",
                    "zh-Hans",
                    "自编码器：一份报告",
                    [
                        new("ae", "3.1", "传统的自动编码器", 1),
                        new("train", "3.1.1", "训练", 2),
                        new("dae", "3.2", "去噪自动编码器", 1),
                    ]
                )
            )
        );
        Assert.Empty(Check(printed[1], new("en.pdf", "en", "Autoencoders (a report)", [Plain, Denoising])));
    }

    [Fact]
    public static async Task Language_title_and_headings_must_be_those_of_the_report() =>
        Assert.Equal(
            [
                "error pdf-different: The language of 'en.pdf' is 'en', expected 'fr'",
                "error pdf-different: The title of 'en.pdf' is 'Autoencoders (a report)', expected 'Autoencodeurs'",
                "error pdf-heading-lost: The outline of 'en.pdf' lacks the heading '3.1 The plain autoencoder', or has it out of order",
            ],
            Check((await PrintFixture.Printed)[1], new("en.pdf", "fr", "Autoencodeurs", [Denoising, Plain]))
        );

    [Fact]
    public static async Task A_heading_stands_at_its_level_and_leads_to_its_page() =>
        Assert.Equal(
            [
                "error pdf-heading-different: The outline of 'en.pdf' has '3.1 The plain autoencoder' at page 2, but the text has it at page 5",
                "error pdf-heading-different: The outline of 'en.pdf' has '3.2 The denoising one' at level 1, but the text has it at level 2",
            ],
            Check(
                (await PrintFixture.Printed)[1],
                new(
                    "en.pdf",
                    "en",
                    "Autoencoders (a report)",
                    [Plain with { Id = "dae" }, Denoising with { Level = 2 }]
                )
            )
        );

    [Fact]
    public static async Task A_chapter_may_be_called_like_the_report()
    {
        const string Body =
            "<h1>A title</h1><p><a href='#a'>it</a></p><section class='chapter'><article><h1 id='a'>A title</h1></article></section>";
        var pdf = await PrintFixture.PrintAsync(Body);
        Assert.Empty(Check(pdf, new("a.pdf", "en", "A title", [new("a", "", "A title", 1)])));
    }

    [Fact]
    public static async Task A_picture_without_a_description_is_an_error() =>
        Assert.Equal(
            ["error pdf-picture-mute: 1 pictures or formulas of 'a.pdf' have no description"],
            await CheckAsync(
                "<p>A <span role='img'>formula</span> and <span role='img' aria-label='x'>another</span></p>"
            )
        );

    [Theory]
    [InlineData("<p style='font-family:monospace'>oo-p</p>", "-op")]
    [InlineData("<p>hᵢ</p>", "ᵢ")]
    public static async Task A_font_of_this_machine_is_an_error(string body, string characters) =>
        Assert.StartsWith(
            $"error pdf-font-foreign: 'a.pdf' sets '{characters}' in '",
            Assert.Single(await CheckAsync(body)),
            StringComparison.Ordinal
        );

    [Fact]
    public static async Task Words_with_a_rim_are_drawn_and_still_ours() =>
        Assert.Empty(
            await CheckAsync("<svg viewBox='0 0 9 9'><text stroke='#fff' paint-order='stroke' y='9'>7</text></svg>")
        );

    [Fact]
    public static async Task A_link_to_this_machine_is_an_error() =>
        Assert.Equal(
            ["error pdf-link-broken: 'a.pdf' links to 'run.json', which nobody else can open"],
            await CheckAsync("<p><a href='../data/run.json'>data</a> <a href='https://example.org/'>web</a></p>")
        );

    private static async Task<IReadOnlyList<string>> CheckAsync(string body) =>
        Check(await PrintFixture.PrintAsync(body), new("a.pdf", "en", "A title", []));

    private static IReadOnlyList<string> Check(byte[] pdf, PdfExpectation expected)
    {
        var bag = new DiagnosticBag();
        PdfChecks.Check(pdf, expected, bag);
        return [.. bag.Sorted().Select(d => d.ToString())];
    }
}
