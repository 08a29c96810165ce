using System.Text;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Pdf;
using Recto.Tests.Content;
using Recto.Tests.Pdf;
using Recto.Tests.Pipeline;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Recto.Tests.Diagnostics;

/// <summary>Diagnostics that no text of a report can cause, or none that could be shown in a guide.</summary>
public static class RareDiagnosticsTests
{
    [Fact]
    public static void Bytes_that_are_no_text()
    {
        using var report = new TinyReport();
        var file = Path.Combine(report.Workspace.Root, TinyReport.Chapter, "zh.md");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes("---\ntitle: é\n---\n# T {#top}\n"));
        report.Read();
        Assert.Equal(
            "content/1-first/zh.md(1,1): error encoding-unknown: the file is not UTF-8; save it as UTF-8\n",
            report.Mistakes
        );
    }

    [Fact]
    public static void Quotes_within_quotes_within_quotes()
    {
        using var report = new TinyReport();
        report.Write($"{TinyReport.Chapter}zh.md", TinyReport.Head + new string('>', 1000) + " x\n");
        report.Read();
        Assert.Contains("error markdown-nested: ", report.Mistakes, StringComparison.Ordinal);
    }

    [Fact]
    public static void An_optimizer_that_cannot_be()
    {
        var spec = new ExperimentSpec
        {
            Model = new()
            {
                Kind = ModelKind.Dense,
                Layers = [784, 2],
                Activation = Activation.Tanh,
                Code = Activation.Tanh,
                Output = Activation.Tanh,
                Init = Initializer.GlorotUniform,
            },
            Data = new("strokes", DataKind.Strokes, ""),
            Epochs = 1,
            Batch = 1,
            Probes = [],
            Target = Target.Clean,
            Loss = Loss.Mse,
            Seed = 1,
            Optimizer = new()
            {
                Kind = OptimizerKind.Adam,
                Rate = 0.1,
                Beta1 = 1,
            },
        };
        Assert.Equal(["optimizer-invalid"], SpecChecks.Of(spec, 784).Select(p => p.Code));
    }

    [Fact]
    public static async Task A_site_that_was_changed_by_hand_is_made_anew()
    {
        using var build = new StubBuild();
        await build.RunAsync();
        var page = await build.PageAsync("en/one.html");
        build.Folder.Write("site/en/one.html", "mine");
        var (exit, _, errors) = await build.RunAsync();
        Assert.Equal(0, exit);
        Assert.StartsWith(
            "warning site-edited: site/ is not as it was published; it is made anew\n  site/en/one.html",
            errors,
            StringComparison.Ordinal
        );
        Assert.Equal(page, await build.PageAsync("en/one.html"));
    }

    [Fact]
    public static async Task A_PDF_that_is_mostly_a_picture() =>
        Assert.Contains("pdf-heavy", Codes(await PrintFixture.PrintAsync($"<img alt='noise' src='{Noise(1200)}'>")));

    [Fact]
    public static void A_font_that_the_PDF_does_not_bring()
    {
        using var builder = new PdfDocumentBuilder();
        builder
            .AddPage(PageSize.A4)
            .AddText("x", 12, new PdfPoint(9, 9), builder.AddStandard14Font(Standard14Font.Courier));
        Assert.Contains("pdf-font-missing", Codes(builder.Build()));
    }

    private static IEnumerable<string> Codes(byte[] pdf)
    {
        var bag = new DiagnosticBag();
        PdfChecks.Check(pdf, new("a.pdf", "en", "A title", []), bag);
        return bag.Sorted().Select(d => d.Code);
    }

    /// <summary>Each pixel is another one's surprise: nothing packs it.</summary>
    private static string Noise(int side)
    {
        using var bitmap = new SKBitmap(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var random = new Random(1);
        random.NextBytes(bitmap.GetPixelSpan());
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return "data:image/png;base64," + Convert.ToBase64String(png.AsSpan());
    }
}
