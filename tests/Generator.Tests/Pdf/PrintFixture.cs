using Recto.Content;
using Recto.Pdf;
using Xunit;

namespace Recto.Tests.Pdf;

/// <summary>A small print edition per language, set with the report's own style sheets, printed by a real browser.</summary>
internal static class PrintFixture
{
    private static readonly Lazy<Task<IReadOnlyList<byte[]>>> First = new(PrintAsync);

    /// <summary>Printed once for all tests: 中文, then English.</summary>
    public static Task<IReadOnlyList<byte[]>> Printed => First.Value;

    public static Workspace Workspace { get; } = new(Repository.Root, "", "");

    /// <summary>Prints both in a browser of its own.</summary>
    public static async Task<IReadOnlyList<byte[]>> PrintAsync()
    {
        using var folder = new TemporaryFolder();
        var jobs = new[]
        {
            new PrintJob(
                Language.Chinese,
                folder.Write("zh.html", Chinese),
                "自编码器：一份报告",
                ["王小明", "Ada Lovelace"]
            ),
            new PrintJob(
                Language.English,
                folder.Write("en.html", English),
                "Autoencoders (a report)",
                ["Ada Lovelace"]
            ),
        };
        return await PdfPrinter.PrintAsync(jobs, Workspace, TestContext.Current.CancellationToken);
    }

    /// <summary>Prints a body in English.</summary>
    public static async Task<byte[]> PrintAsync(string body)
    {
        using var folder = new TemporaryFolder();
        var job = new PrintJob(Language.English, folder.Write("page.html", Page("en", body)), "A title", ["An author"]);
        return (await PdfPrinter.PrintAsync([job], Workspace, TestContext.Current.CancellationToken))[0];
    }

    /// <summary>Long chapters, so that the second and third begin on pages that must be counted.</summary>
    private static string Chinese =>
        Page(
            "zh-Hans",
            Contents(("ae", "3.1", "传统的自动编码器"), ("train", "3.1.1", "训练"), ("dae", "3.2", "去噪自动编码器"))
                + Chapter(
                    $"""
                    <h1 id="ae"><span class="no">3.1</span> 传统的自动编码器</h1>
                    {Repeat("<p>编码器把图片压成两个数，解码器再把它还原——这就是“自编码器”。</p>", 60)}
                    <h2 id="train"><span class="no">3.1.1</span> 训练</h2>
                    <p>目标是 <span class="katex"><span style="font-family:KaTeX_Main">J(W)=∥y−x∥</span></span>，损失为 0.0562。</p>
                    <svg viewBox="0 0 100 20"><path d="M0 10H100" stroke="#406dd6"/><text x="5" y="8">训练轮次</text></svg>
                    <pre><code>var code = encoder.forward(x); // 编码</code></pre>
                    <table><thead><tr><th scope="col">运行</th></tr></thead><tbody><tr><th scope="row">ae_tanh</th></tr></tbody></table>
                    """
                )
                + Chapter(
                    $"<h1 id=\"dae\"><span class=\"no\">3.2</span> 去噪自动编码器</h1>{Repeat("<p>加入噪声。</p>", 3)}"
                )
        );

    private static string English =>
        Page(
            "en",
            Contents(("ae", "3.1", "The plain autoencoder"), ("dae", "3.2", "The denoising one"))
                + Chapter(
                    $"""
                    <h1 id="ae"><span class="no">3.1</span> The plain autoencoder</h1>
                    {Repeat(
                        "<p>It squeezes a picture into <em>two</em> numbers and <strong>restores</strong> it.</p>",
                        160
                    )}
                    """
                )
                + Chapter("<h1 id=\"dae\"><span class=\"no\">3.2</span> The denoising one</h1><p>Noise comes in.</p>")
        );

    private static string Page(string language, string body) =>
        $"""
            <!doctype html>
            <html lang="{language}"><head><meta charset="utf-8"><title>{language}</title>
            <link rel="stylesheet" href="{Local("node_modules/katex/dist/katex.min.css")}">
            <link rel="stylesheet" href="{Local("templates/assets/recto.css")}">
            <link rel="stylesheet" href="{Local("templates/assets/print.css")}">
            </head><body>{body}</body></html>
            """;

    private static string Contents(params (string Id, string Number, string Title)[] rows) =>
        $"<nav class=\"toc\"><h2 id=\"toc\">{rows.Length}</h2><ol>{string.Concat(rows.Select(r =>
            $"<li><a href=\"#{r.Id}\">{r.Number} {r.Title} <span class=\"page\"><span data-page-of=\"{r.Id}\"></span></span></a></li>"))}</ol></nav>";

    private static string Chapter(string content) =>
        $"<section class=\"chapter\"><article>{content}</article></section>";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Local(string path) => new Uri(Path.Combine(Repository.Root, path)).AbsoluteUri;

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("recto-print-").FullName;

        public string Write(string name, string text)
        {
            var file = Path.Combine(path, name);
            File.WriteAllText(file, text);
            return file;
        }

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
