using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Figures;

/// <summary>A class in <c>src/Figures/</c> draws a figure kind of the report's own.</summary>
public static class OwnFiguresTests
{
    private const string Class = """
        using Recto.Figures;

        public static class LastSteps
        {
            public static void Draw(FigureCanvas figure)
            {
                var curves = figure.Runs.Select(r => r.Curve("loss")).ToList();
                var epochs = Enumerable.Range(1, 30).Select(e => (double)e).ToList();
                var chart = figure.Chart(
                    new ChartAxis(figure.Word("epoch"), epochs),
                    new ChartAxis(figure.Word("loss"), curves.SelectMany(c => c)));
                foreach (var (i, run) in figure.Runs.Index())
                {
                    chart.Line(i, epochs, curves[i]);
                    chart.Dots(i, [epochs[^1]], [run.Curve("test.loss")[^1]]);
                    figure.Legend(run.Name, i);
                }
                chart.Text(2, curves[0][1], Helper.Shout(figure.Runs[0].Name));
            }
        }

        """;

    private const string Helper = """
        public static class Helper
        {
            public static string Shout(string word) => word.ToUpperInvariant();
        }

        """;

    private static readonly FigureRequest Request = Samples.Request("fig-last", "last_steps", "ae_one ae_two");

    [Fact]
    public static void It_is_drawn_as_ours_are_in_each_language()
    {
        using var report = new Report();
        var (set, mistakes) = report.Draw();
        Assert.Equal("", mistakes);
        var english = set.Find("fig-last", Language.English)!;
        Assert.Equal(["one", "two"], english.Legend.Select(l => l.Label));
        Assert.Equal(["c0", "c1"], english.Legend.Select(l => l.Mark));
        Assert.Equal(["ae_one/curves.csv", "ae_two/curves.csv"], english.Data);
        Assert.StartsWith(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 ",
            english.Svg,
            StringComparison.Ordinal
        );
        Assert.Contains(">Epoch</text>", english.Svg, StringComparison.Ordinal);
        Assert.Contains(">ONE</text>", english.Svg, StringComparison.Ordinal);
        Assert.Contains("var(--c1)", english.Svg, StringComparison.Ordinal);
        Assert.Equal(
            4,
            Svg.All(english.Svg, "path").Count(p => (string?)p.Attribute("class") is "c0" or "c1")
                + Svg.All(english.Svg, "ellipse").Count()
        );
        Assert.Contains(">训练轮次</text>", set.Find("fig-last", Language.Chinese)!.Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "figure.Word(\"epoch\")",
        "figure.Word(\"epohc\")",
        "src/Figures/LastSteps.cs(9,9): error figure-word-unknown: templates/terms.en.yml has no word 'epohc'; did you mean 'epoch'?"
    )]
    [InlineData(
        "run.Curve(\"test.loss\")",
        "run.Curve(\"test.los\")",
        "src/Figures/LastSteps.cs(15,13): error curve-unknown: run 'ae_one' has no curve of 'test.los'; did you mean 'test.loss'?"
    )]
    [InlineData(
        "run.Curve(\"test.loss\")[^1]",
        "run.Metric(\"test.mse\")",
        "src/Figures/LastSteps.cs(15,13): error metric-unknown: the run 'ae_one' has no metric 'test.mse'"
    )]
    [InlineData(
        "run.Curve(\"test.loss\")[^1]",
        "run.Array(\"codes\").Values[0]",
        "content/31/zh.md(7,1): error artifact-missing: a figure needs 'codes' of run 'ae_one', which recorded no such file"
    )]
    [InlineData(
        "curves[0][1]",
        "curves[0][99]",
        "src/Figures/LastSteps.cs(18,9): error own-figure-failed: figure 'fig-last' was not drawn; ArgumentOutOfRangeException: "
    )]
    [InlineData(
        "[epochs[^1]]",
        "[double.NaN]",
        "src/Figures/LastSteps.cs(15,13): error own-figure-failed: figure 'fig-last' was not drawn; ArgumentException: x: not all values are finite numbers"
    )]
    [InlineData(
        "curves[0][1]",
        "curve[0][1]",
        "src/Figures/LastSteps.cs(18,23): error own-code-invalid: The name 'curve' does not exist in the current context (CS0103)"
    )]
    [InlineData(
        "void Draw",
        "void Drew",
        "src/Figures/LastSteps.cs(1,1): error own-class-wrong: expected 'public static class LastSteps' with 'public static void Draw(FigureCanvas figure)'"
    )]
    public static void Its_mistakes_are_told_with_their_line(string right, string wrong, string mistake)
    {
        using var report = new Report();
        report.Write("src/Figures/LastSteps.cs", Class.Replace(right, wrong, StringComparison.Ordinal));
        var (set, mistakes) = report.Draw();
        Assert.DoesNotContain(set.Figures, f => f.Id == "fig-last");
        Assert.Contains(mistake, mistakes, StringComparison.Ordinal);
        Assert.Equal(2, set.Figures.Count); // the others, in both languages
    }

    [Fact]
    public static void Only_a_change_of_its_code_draws_it_again_and_no_other_figure()
    {
        using var report = new Report();
        report.Draw();
        var kept = report.Kept;

        report.Write("src/Figures/LastSteps.cs", "// Says nothing new\n" + Class);
        report.Write("src/Figures/Unused.cs", "public static class Unused;");
        report.Write("src/Gain.cs", "public sealed class Gain : Recto.Experiments.Models.Layer;"); // a model's, not known here
        report.Draw();
        Assert.Equal(kept, report.Kept);

        report.Write(
            "src/Figures/LastSteps.cs",
            Class.Replace("chart.Text(2,", "chart.Text(3,", StringComparison.Ordinal)
        );
        report.Draw();
        Assert.Equal(kept + 4, report.Kept); // in two languages, which words it asked for, and itself

        report.Write("src/Helper.cs", Helper.Replace("Upper", "Lower", StringComparison.Ordinal));
        var (set, _) = report.Draw();
        Assert.Equal(kept + 8, report.Kept);
        Assert.Contains(">one</text>", set.Find("fig-last", Language.English)!.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_class_may_use_what_is_shared_and_no_other_class()
    {
        using var report = new Report();
        report.Write("src/Figures/Other.cs", Helper.Replace("Helper", "Other", StringComparison.Ordinal));
        report.Write("src/Figures/LastSteps.cs", Class.Replace("Helper.", "Other.", StringComparison.Ordinal));
        Assert.Contains("The name 'Other' does not exist", report.Draw().Mistakes, StringComparison.Ordinal);
    }

    /// <summary>Two figures: one of the report's own, and one of Recto's.</summary>
    private sealed class Report : IDisposable
    {
        private readonly Scratch scratch = new();
        private readonly Samples samples = new();
        private readonly RunSet runs;

        public Report()
        {
            runs = Samples.Set(samples.Run("ae_one"), samples.Run("ae_two"));
            Write("src/Figures/LastSteps.cs", Class);
            Write("src/Helper.cs", Helper);
        }

        public int Kept => scratch.Files(".cache/figures").Count();

        public void Write(string path, string text) => scratch.Write(path, text);

        public (FigureSet Set, string Mistakes) Draw()
        {
            var bag = new DiagnosticBag();
            var book = Samples.Book(Request, Samples.Request("fig-net", "network", "ae_one"));
            var workspace = Samples.Workspace with { Root = scratch.Path };
            var set = FigureGallery.Draw(book, runs, Samples.Terms, workspace, bag);
            return (set, string.Join('\n', bag.Sorted()));
        }

        public void Dispose()
        {
            samples.Dispose();
            scratch.Dispose();
        }
    }
}
