using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Figures;

/// <summary>A figure is drawn again when anything it is made of changed, and not otherwise.</summary>
public static class FigureCacheTests
{
    private static readonly Book Book = Samples.Book(
        Samples.Request("fig-loss", "curves", "ae dae"),
        Samples.Request("fig-codes", "codes", "ae")
    );

    [Fact]
    public static void From_the_cache_a_figure_has_the_bytes_that_it_is_drawn_with()
    {
        using var samples = new Samples();
        using var scratch = new Scratch();
        var runs = Samples.Set(samples.Run("ae"), samples.Run("dae"));
        var drawn = Texts(Samples.Draw(Book, runs));
        Assert.Equal(drawn, Texts(Draw(scratch, runs)));

        // Nothing is left to draw from.
        File.Delete(Path.Combine(runs.ById["ae"].Folder, "codes.npy"));
        Assert.Equal(drawn, Texts(Draw(scratch, runs)));
    }

    [Fact]
    public static void A_damaged_figure_is_drawn_again()
    {
        using var samples = new Samples();
        using var scratch = new Scratch();
        var runs = Samples.Set(samples.Run("ae"), samples.Run("dae"));
        var drawn = Texts(Draw(scratch, runs));
        var files = scratch.Files(".cache/figures").Select(f => scratch[".cache/figures/" + f]).ToList();
        Assert.Equal(8, files.Count); // of each, which words it asked for, and itself
        foreach (var (i, file) in files.Index())
        {
            var bytes = File.ReadAllBytes(file);
            bytes[^(1 + i)] ^= 4;
            File.WriteAllBytes(file, bytes[..^i]);
        }

        Assert.Equal(drawn, Texts(Draw(scratch, runs)));
    }

    [Fact]
    public static void A_figure_that_shows_what_the_font_lacks_is_not_kept()
    {
        using var samples = new Samples();
        using var scratch = new Scratch();
        var runs = Samples.Set(samples.Run("ae"), samples.Run("dae"));
        var terms = Samples.Terms.Select(t => Reworded(t, "epoch", "\u0e01")).ToList();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var bag = new DiagnosticBag();
            FigureGallery.Draw(Book, runs, terms, In(scratch), bag);
            Assert.Equal(2, bag.Sorted().Count);
        }
    }

    [Fact]
    public static void Every_input_counts_and_the_place_in_the_text_does_not()
    {
        using var samples = new Samples();
        var cache = new FigureCache(Samples.Workspace, "program");
        var request = Samples.Request("fig", "codes", "ae", ("a", "1"));
        var run = samples.Run("ae");
        var terms = Samples.Terms[0];
        var same = Key();
        Assert.Equal(same, Key(request with { Place = new Place("elsewhere.md", 1, 1) }));

        using var scratch = new Scratch();
        scratch.Write("node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf", "font");
        string[] keys =
        [
            same,
            Key(request with { Id = "fig2" }),
            Key(request with { Kind = "manifold" }),
            Key(request with { Runs = ["ae", "ae"] }),
            Key(request with { Options = new Dictionary<string, string> { ["a"] = "2" } }),
            Key(request with { Options = new Dictionary<string, string>() }),
            Key(made: run with { Id = "ae2" }),
            Key(made: run with { Record = run.Record with { Metrics = new Dictionary<string, double> { ["m"] = 1 } } }),
            Key(made: run with { Record = run.Record with { Layers = [] } }),
            Key(made: run with { Record = run.Record with { Spec = run.Record.Spec with { Seed = 2 } } }),
            Key(made: run with { Record = run.Record with { Artifacts = [] } }),
            Key(made: run with { Environment = run.Environment with { TrainSeconds = 2 } }),
            Key(made: run with { Curves = new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [1] } }),
            Key(words: Samples.Terms[1]),
            new FigureCache(Samples.Workspace, "other program").KeyOf(request, ["run"], terms.Language),
            new FigureCache(scratch.Workspace, "program").KeyOf(request, ["run"], terms.Language),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());

        string Key(FigureRequest? asked = null, Run? made = null, Terms? words = null) =>
            cache.KeyOf(asked ?? request, [Samples.Set().DigestOf(made ?? run)], (words ?? terms).Language);
    }

    [Fact]
    public static void A_word_counts_where_it_is_shown_and_its_earlier_figure_is_kept()
    {
        using var samples = new Samples();
        using var scratch = new Scratch();
        var runs = Samples.Set(samples.Run("ae"), samples.Run("dae"));
        var drawn = Texts(Draw(scratch, runs));
        var kept = scratch.Files(".cache/figures").Count();
        var reworded = Samples.Terms.Select(t => Reworded(t, "epoch", "turn")).ToList();
        var other = Texts(FigureGallery.Draw(Book, runs, reworded, In(scratch), new DiagnosticBag()));
        Assert.Equal(2, other.Zip(drawn).Count(t => t.First != t.Second)); // the curves, in two languages
        Assert.Equal(other, Texts(FigureGallery.Draw(Book, runs, reworded, Samples.Workspace, new DiagnosticBag())));
        Assert.Equal(kept + 2, scratch.Files(".cache/figures").Count());
        Assert.Equal(drawn, Texts(Draw(scratch, runs)));
        Assert.Equal(kept + 2, scratch.Files(".cache/figures").Count());
    }

    private static Workspace In(Scratch scratch) => Samples.Workspace with { Root = scratch.Path };

    private static FigureSet Draw(Scratch scratch, RunSet runs)
    {
        var bag = new DiagnosticBag();
        var set = FigureGallery.Draw(Book, runs, Samples.Terms, In(scratch), bag);
        Assert.Empty(bag.Sorted());
        return set;
    }

    private static Terms Reworded(Terms terms, string key, string word) =>
        terms with
        {
            Words = new Dictionary<string, string>(terms.Words) { [key] = word },
        };

    /// <summary>All that a figure holds.</summary>
    private static List<string> Texts(FigureSet set) =>
        [
            .. set.Figures.SelectMany(f =>
                (string[])
                    [
                        $"{f.Id} {f.Language}",
                        f.Svg,
                        .. f.Legend.Select(e => e.ToString()),
                        .. f.Files.Select(file => $"{file.Key} {Convert.ToBase64String(file.Value)}"),
                        .. f.Data,
                    ]
            ),
        ];
}
