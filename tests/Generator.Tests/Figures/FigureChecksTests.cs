using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Xunit;

namespace Recto.Tests.Figures;

/// <summary>What is said before a minute of training is spent.</summary>
public static class FigureChecksTests
{
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
