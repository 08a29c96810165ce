using Xunit;

namespace Recto.Tests.Pages;

public static class MarkdownHtmlTests
{
    [Theory]
    [InlineData("一段话。", "<p>一段话。</p>")]
    [InlineData("**重** *点* ~~删~~", "<p><strong>重</strong> <em>点</em> ~~删~~</p>")]
    [InlineData("a `x < y` b", "<p>a <code>x &lt; y</code> b</p>")]
    [InlineData("a & b \"c\" \\<d\\>", "<p>a &amp; b &quot;c&quot; &lt;d&gt;</p>")]
    [InlineData("[site](https://example.org/?a=1&b=2)", "<p><a href=\"https://example.org/?a=1&amp;b=2\">site</a></p>")]
    [InlineData("<https://example.org/>", "<p><a href=\"https://example.org/\">https://example.org/</a></p>")]
    [InlineData("a  \nb", "<p>a<br>b</p>")]
    [InlineData("> 引", "<blockquote>\n<p>引</p>\n</blockquote>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("{slot=1.a}\n\n- a", "<ul>\n<li>a</li>\n</ul>")]
    [InlineData("{slot=1.a}\n1. a", "<ol>\n<li>a</li>\n</ol>")]
    [InlineData(
        "[0.0685]{.source} [10%]{.given}",
        "<p><span class=\"source-value\" title=\"原报告给出的数值\">0.0685</span> 10%</p>"
    )]
    [InlineData("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>")]
    [InlineData("3. a\n   - b", "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>")]
    [InlineData("词\n:   义", "<dl>\n<dt>词</dt>\n<dd><p>义</p>\n</dd>\n</dl>")]
    [InlineData("词\n:   义\n\n    又", "<dl>\n<dt>词</dt>\n<dd><p>义</p>\n<p>又</p>\n</dd>\n</dl>")]
    [InlineData("词\n:   义\n:   又", "<dl>\n<dt>词</dt>\n<dd><p>义</p>\n</dd>\n<dd><p>又</p>\n</dd>\n</dl>")]
    [InlineData("---", "<hr>")]
    public static void Markdown_becomes_plain_html(string markdown, string html) =>
        Assert.Equal(html, TestReport.Body(markdown));

    [Theory]
    [InlineData("> [!NOTE]\n> 注", "<aside class=\"callout note\">\n<p class=\"title\">说明</p>\n<p>注</p>\n</aside>")]
    [InlineData(
        "> [!WARNING]\n> 注",
        "<aside class=\"callout warning\">\n<p class=\"title\">注意</p>\n<p>注</p>\n</aside>"
    )]
    public static void An_alert_becomes_a_callout(string markdown, string html) =>
        Assert.Equal(html, TestReport.Body(markdown));

    [Fact]
    public static void Headings_carry_numbers_of_chapter_and_order() =>
        Assert.Equal(
            """
            <h2 id="aa"><span class="no">3.1.1</span> 甲</h2>
            <h3 id="bb"><span class="no">3.1.1.1</span> 乙</h3>
            <h2 id="cc"><span class="no">3.1.2</span> 丙</h2>
            <h3 id="dd"><span class="no">3.1.2.1</span> 丁</h3>
            """,
            TestReport.Body("## 甲 {#aa}\n\n### 乙 {#bb}\n\n## 丙 {#cc}\n\n### 丁 {#dd}")
        );

    [Fact]
    public static void A_footnote_is_marked_and_leads_back()
    {
        var html = TestReport.Body("平均[^1]。\n\n[^1]: 先对像素。");
        Assert.StartsWith(
            "<p>平均\u2060<sup><a class=\"footnote-ref\" id=\"fnref-1-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>。</p>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<li id=\"fn-1\"><p>先对像素。", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#fnref-1-1\" aria-label=\"回到正文\">↩</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_numbered_equation_has_its_number_beside_it()
    {
        var html = TestReport.Body("$$ {#eq-a}\nx\n$$\n\n$$\ny\n$$\n\n见 [](#eq-a)。");
        Assert.StartsWith(
            "<div class=\"equation\" id=\"eq-a\"><span class=\"katex-display\">",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "</span><span class=\"eqno\">(1)</span></div>\n<div class=\"equation\"><span",
            html,
            StringComparison.Ordinal
        );
        Assert.EndsWith("<p>见<a class=\"ref\" href=\"#eq-a\">式\u00A0(1)</a>。</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_typed_table_has_three_lines_and_numbers_at_the_right() =>
        Assert.Equal(
            """
            <figure class="tbl">
            <div class="scroll whole" tabindex="0" role="region" aria-label="表"><table>
            <thead>
            <tr><th scope="col">名</th><th scope="col" class="n">年</th></tr>
            </thead>
            <tbody>
            <tr><th scope="row">AE</th><td class="n">1986</td></tr>
            <tr><th scope="row">VAE</th><td class="n">2014</td></tr>
            </tbody>
            </table></div><span class="end"></span>
            </figure>
            """,
            TestReport.Body("| 名 | 年 |\n|---|---|\n| AE | 1986 |\n| VAE | 2014 |")
        );

    [Fact]
    public static void What_follows_a_code_block_s_language_stands_above_it() =>
        Assert.Equal(
            """
            <figure class="listing">
            <figcaption><span class="origin">content/a b.md</span></figcaption>
            <pre tabindex="0"><code class="text"><span class="l">x
            </span></code></pre>
            </figure>
            """,
            TestReport.Body("```text content/a b.md\nx\n```\n")
        );

    [Fact]
    public static void A_code_block_has_one_element_a_line() =>
        Assert.Equal(
            "<pre tabindex=\"0\"><code class=\"csharp\"><span class=\"l\"><span class=\"k\">return</span>;\n</span><span class=\"l\">\n</span><span class=\"l\">x\n</span></code></pre>",
            TestReport.Body("```csharp\nreturn;\n\nx\n```")
        );
}
