using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

/// <remarks>In the lines: <c>$x$</c> a formula, <c>`x`</c> code, <c>^1</c> a note, <c>&lt;b&gt;</c> a tag.</remarks>
public static partial class TypographyTests
{
    [Theory]
    [InlineData("在 MNIST 上训练 100 轮", "在MNIST上训练100轮")]
    [InlineData("<b>在</b> MNIST <i>上</i>", "<b>在</b>MNIST<i>上</i>")]
    [InlineData("运行 `recto` 即可", "运行[recto]即可")]
    [InlineData("用逗号， AE 就", "用逗号，AE就")]
    [InlineData("two words", "two words")]
    [InlineData("中 文", "中 文")]
    [InlineData("约 10% 的编码", "约10% 的编码")]
    public static void Typed_spaces_between_Han_and_Latin_are_left_to_the_browser(string line, string expected) =>
        Assert.Equal(expected, Set(line));

    [Theory]
    [InlineData("6.8 × 10⁻¹²，", "6.8 × 10<sup>−12</sup>，")]
    [InlineData("x² 与 m³", "x<sup>2</sup>与m<sup>3</sup>")]
    public static void Exponents_are_raised_digits_since_few_fonts_have_superscripts(string line, string expected) =>
        Assert.Equal(expected, Set(line));

    [Theory]
    [InlineData("第一行\n第二行", "第一行第二行")]
    [InlineData("第一行，\n第二行", "第一行，第二行")]
    [InlineData("网络\nMNIST", "网络MNIST")]
    [InlineData("first\nsecond", "first\nsecond")]
    public static void A_line_end_within_Chinese_is_no_space(string line, string expected) =>
        Assert.Equal(expected, Set(line));

    [Theory]
    [InlineData("设 $x$ 为输入", "设<span class=\"math hl hr\">x</span>为输入")]
    [InlineData("<b>设</b> $x$ for", "<b>设</b><span class=\"math hl\">x</span> for")]
    [InlineData("let $x$ be", "let <span class=\"math\">x</span> be")]
    public static void A_formula_keeps_a_distance_from_Han_only(string line, string expected) =>
        Assert.Equal(expected, Set(line));

    [Theory]
    [InlineData("（$x$）", "<span class=\"glue\">（<span class=\"math\">x</span>）</span>")]
    [InlineData("编码 $z$，", "编码<span class=\"glue\"><span class=\"math hl\">z</span>，</span>")]
    [InlineData("the code $z$.", "the code <span class=\"glue\"><span class=\"math\">z</span>.</span>")]
    [InlineData("<b>$z$</b>.", "<b><span class=\"math\">z</span></b>.")]
    public static void A_formula_does_not_part_from_its_punctuation(string line, string expected) =>
        Assert.Equal(expected, Set(line));

    [Fact]
    public static void A_long_formula_may_part_from_its_punctuation() =>
        Assert.Equal(
            "<span class=\"math\">x</span>，",
            Typography.Set([new(PieceKind.LongMaths, "x"), Piece.Text("，")])
        );

    [Theory]
    [InlineData("不能“抄”，", "不能<wbr>“抄”，")]
    [InlineData("他“抄”了", "他<wbr>“抄”<wbr>了")]
    [InlineData("“一”“二”", "“一”“二”")]
    [InlineData("he “copied” it", "he “copied” it")]
    public static void A_line_may_end_outside_of_quotes(string line, string expected) =>
        Assert.Equal(expected, Set(line));

    [Theory]
    [InlineData("平均 ^1", "平均\u2060[1]")]
    [InlineData("mean ^1", "mean\u2060[1]")]
    [InlineData("MNIST ^1 的", "MNIST\u2060[1]的")]
    [InlineData("<b>网络</b> ^1^2。", "<b>网络</b>\u2060[1]\u2060[2]。")]
    [InlineData("^1 says", "[1] says")]
    public static void Marks_stay_with_their_word(string line, string expected) => Assert.Equal(expected, Set(line));

    [Fact]
    public static void Text_is_escaped_and_cannot_forge_a_piece() =>
        Assert.Equal("a &lt;b&gt; &amp; &quot;c&quot; \uFFFD", Typography.Set("a <b> & \"c\" \uE001"));

    [Fact]
    public static void Only_white_space_is_ever_lost() =>
        Gen.OneOf("中", "文", "，", "“", "”", "（", "a", "1", "%", "<", "&", " ", "\n", ".")
            .List[0, 12]
            .Select(string.Concat)
            .Sample(text =>
            {
                var html = Typography.Set(text).Replace("<wbr>", "", StringComparison.Ordinal);
                Assert.Equal(Letters(text), Letters(WebUtility.HtmlDecode(html)));
                Assert.DoesNotContain('<', html);
            });

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Set(string line) =>
        Typography.Set([
            .. Parts()
                .Matches(line)
                .Select(part =>
                    part.Value[0] switch
                    {
                        '$' => new Piece(PieceKind.Maths, part.Value.Trim('$')),
                        '`' => new Piece(PieceKind.Verbatim, $"[{part.Value.Trim('`')}]"),
                        '^' => new Piece(PieceKind.Note, $"[{part.Value[1..]}]"),
                        '<' => Piece.Tag(part.Value),
                        _ => Piece.Text(part.Value),
                    }
                ),
        ]);

    [GeneratedRegex(@"\$[^$]+\$|`[^`]+`|\^\d|<[^>]+>|[^$`^<]+")]
    private static partial Regex Parts();
}
