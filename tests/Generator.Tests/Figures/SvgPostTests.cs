using Recto.Figures;
using Xunit;

namespace Recto.Tests.Figures;

public static class SvgPostTests
{
    [Theory]
    [InlineData("""<rect fill="white" width="760" height="300"/>""", "")]
    [InlineData(
        """<path fill="none" stroke="#01020A" stroke-width="2" stroke-miterlimit="4" d="M50.12345 30L-0.0001 1.006"/>""",
        """<path class="c0" fill="none" stroke="var(--c0)" stroke-width="2" d="M50.12 30L0 1.01" />"""
    )]
    [InlineData(
        """<path fill="none" stroke="#010214" d="M0 0L1 1"/>""",
        """<path class="c0" stroke-dasharray="5 4" fill="none" stroke="var(--c0)" d="M0 0L1 1" />"""
    )]
    [InlineData(
        """<ellipse fill="#010205" transform="translate(3 4.5678)" rx="2" ry="2"/>""",
        """<ellipse fill="var(--bg)" transform="translate(3 4.57)" rx="2" ry="2" />"""
    )]
    public static void Shapes_get_the_colours_of_the_page(string drawn, string expected) =>
        Assert.Equal(expected, Body(drawn));

    [Fact]
    public static void Clips_of_one_box_become_one_with_an_id_of_the_figure() =>
        Assert.Equal(
            """
            <clipPath id="fig-zh-clip-1"><rect x="49" y="29" width="692" height="232" /></clipPath>
            <g clip-path="url(#fig-zh-clip-1)"><path fill="var(--ink)" d="M0 0" /></g>
            <g clip-path="url(#fig-zh-clip-1)"><path fill="var(--ink)" d="M1 1" /></g>
            """,
            Body(
                """
                <clipPath id="cl_a"><rect x="50" y="30" width="690" height="230"/></clipPath>
                <g clip-path="url(#cl_a)"><path fill="#010201" d="M0 0"/></g>
                <clipPath id="cl_b"><rect x="50" y="30" width="690" height="230"/></clipPath>
                <g clip-path="url(#cl_b)"><path fill="#010201" d="M1 1"/></g>
                """
            )
        );

    [Fact]
    public static void A_colour_that_stands_for_nothing_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(() => Body("""<path fill="#123456" d="M0 0"/>"""));

    [Fact]
    public static void A_text_drawn_by_skia_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(() => Body("<text>中⽂</text>"));

    [Fact]
    public static void A_raster_layer_takes_its_rectangles_place() =>
        Assert.Equal(
            """
            <image class="only-light" x="5" y="6" width="7" height="8" preserveAspectRatio="none" href="l.webp" />
            <image class="only-dark" x="5" y="6" width="7" height="8" preserveAspectRatio="none" href="d.webp" />
            """,
            Body(
                """<rect fill="#010207" x="5" y="6" width="7" height="8"/>""",
                new Raster("l.webp", "d.webp", Crisp: false, new Dictionary<string, byte[]>())
            )
        );

    [Fact]
    public static void Words_stay_in_line_in_any_font_of_any_size() =>
        Assert.Equal(
            """<text x="1.5" y="2" dy="0.36em" text-anchor="end" fill="var(--ink-2)">a &lt; 中文</text>""",
            SvgText
                .Write(new Word(1.5, 2, "a < 中文") { Across = Across.End })
                .ToString(System.Xml.Linq.SaveOptions.DisableFormatting)
        );

    [Fact]
    public static void Lines_of_words_are_apart_by_the_size_of_the_letters() =>
        Assert.Equal(
            """<text class="minor" x="0" y="0" dy="2.19em" font-size="14" font-weight="650" fill="var(--ink-2)">x</text>""",
            SvgText
                .Write(
                    new Word(0, 0, "x")
                    {
                        Across = Across.Start,
                        Down = Down.Top,
                        Line = 1,
                        Minor = true,
                        Bold = true,
                        Size = 14,
                    }
                )
                .ToString(System.Xml.Linq.SaveOptions.DisableFormatting)
        );

    private static string Body(string drawn, Raster? raster = null)
    {
        var vector = $"""<svg xmlns="http://www.w3.org/2000/svg" width="760" height="300">{drawn}</svg>""";
        var lines = SvgPost.Write(new Drawing(760, 300, [vector], []) { Raster = raster }, "fig-zh").Split('\n');
        Assert.StartsWith(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" """,
            lines[0],
            StringComparison.Ordinal
        );
        return string.Join('\n', lines[1..^1]);
    }
}
