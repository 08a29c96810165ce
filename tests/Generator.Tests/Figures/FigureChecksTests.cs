using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Xunit;

namespace Recto.Tests.Figures;

/// <summary>What is said before a minute of training is spent.</summary>
public static class FigureChecksTests
{
    [Theory]
    [InlineData("curves", "ae", "", "")]
    [InlineData("picture", "", "", "")]
    [InlineData("curve", "ae", "", "figure-kind-unknown: there is no kind of figure 'curve'; did you mean 'curves'?")]
    [InlineData("codes", "", "", "figure-runs-wrong: a figure of kind 'codes' takes one run, this one names 0")]
    [InlineData(
        "curves",
        "a b c d e",
        "",
        "figure-runs-wrong: a figure of kind 'curves' takes one to 4 runs, this one names 5"
    )]
    [InlineData(
        "curves",
        "ae",
        "metrik",
        "figure-option-unknown: a figure of kind 'curves' has no attribute 'metrik'; did you mean 'metric'?"
    )]
    [InlineData(
        "codes",
        "ae",
        "",
        "probe-missing: a figure of kind 'codes' needs probe 'codes' of run 'ae': add it to the run's 'probes'"
    )]
    public static void A_request_is_checked(string kind, string runs, string option, string expected)
    {
        var options = option.Length == 0 ? Array.Empty<(string, string)>() : [(option, "x")];
        IReadOnlyList<FigureRequest> request = [Samples.Request("fig", kind, runs, options)];
        var experiment = new Experiment("ae", Samples.Spec("reconstructions"), "", Place.Top("zh.md"));
        var prefix = expected.Length == 0 ? "" : "content/31/zh.md(7,1): error ";
        Assert.Equal(prefix + expected, Check(Samples.Book(request, request, [experiment])));
    }

    [Theory]
    [InlineData("curves", "ae", "loss")]
    [InlineData("curves", "ae dae", "mse")]
    [InlineData("network", "ae", "loss")]
    public static void A_figure_is_the_same_in_each_language(string kind, string runs, string metric)
    {
        var zh = Samples.Request("fig", "curves", "ae dae", ("metric", "loss"));
        var en = Samples.Request("fig", kind, runs, ("metric", metric)) with
        {
            Place = new Place("content/31/en.md", 9, 2),
        };
        Assert.Equal(
            "content/31/en.md(9,2): error figure-differs: figure 'fig' is not the one of content/31/zh.md(7,1): "
                + "kind, runs and attributes must be the same in each language",
            Check(Samples.Book([zh], [en]))
        );
    }

    private static string Check(Book book)
    {
        var bag = new DiagnosticBag();
        FigureChecks.Check(book, bag);
        return string.Join('\n', bag.Sorted());
    }
}
