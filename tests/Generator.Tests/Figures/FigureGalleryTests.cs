using System.Xml.Linq;
using Recto.Content;
using Recto.Figures;
using Xunit;

namespace Recto.Tests.Figures;

public static class FigureGalleryTests
{
    private static readonly FigureRequest[] All =
    [
        Samples.Request("fig-net", "network", "ae"),
        Samples.Request("fig-loss", "curves", "ae dae", ("metric", "loss")),
        Samples.Request("fig-images", "reconstructions", "dae"),
        Samples.Request("fig-codes", "codes", "ae"),
        Samples.Request("fig-manifold", "manifold", "ae"),
        Samples.Request("fig-filters", "filters", "ae dae"),
    ];

    [Fact]
    public static void Every_kind_that_a_chapter_may_name_can_be_drawn() =>
        Assert.Equal(FigureKinds.All.Select(k => k.Name).Order(), FigureGallery.Kinds.Keys.Order());

    [Fact]
    public static void The_same_inputs_give_the_same_bytes_in_any_order()
    {
        using var samples = new Samples();
        var runs = Samples.Set(samples.Run("ae"), samples.Run("dae", noise: true));
        var first = Bytes(Samples.Draw(Samples.Book(All), runs));
        var second = Bytes(Samples.Draw(Samples.Book([.. All.Reverse()]), runs));
        Assert.Equal(2 * All.Length, first.Count);
        Assert.Equal(first, second);
    }

    [Fact]
    public static void A_figure_is_drawn_for_each_language_that_asks_for_it()
    {
        using var samples = new Samples();
        var set = Samples.Draw(Samples.Book(All[..1], []), Samples.Set(samples.Run("ae")));
        Assert.Equal([("fig-net", Language.Chinese)], set.Figures.Select(f => (f.Id, f.Language)));
    }

    [Fact]
    public static void Figures_name_no_font_but_that_of_formulas()
    {
        using var samples = new Samples();
        var set = Samples.Draw(Samples.Book(All), Samples.Set(samples.Run("ae"), samples.Run("dae")));
        Assert.All(
            set.Figures.SelectMany(f => Svg.All(f.Svg, "text").DescendantsAndSelf()).Attributes("font-family"),
            a => Assert.StartsWith("KaTeX_", a.Value, StringComparison.Ordinal)
        );
        Assert.All(set.Figures, f => Assert.DoesNotContain("white", f.Svg, StringComparison.Ordinal));
    }

    [Fact]
    public static void Ids_and_their_uses_carry_figure_and_language()
    {
        using var samples = new Samples();
        var set = Samples.Draw(Samples.Book(All), Samples.Set(samples.Run("ae"), samples.Run("dae")));
        foreach (var figure in set.Figures)
        {
            var ids = Svg.All(figure.Svg, "clipPath").Attributes("id").Select(a => a.Value).ToList();
            Assert.All(ids, id => Assert.StartsWith($"{figure.Id}-{figure.Language}-", id, StringComparison.Ordinal));
            Assert.All(
                Svg.All(figure.Svg, "g").Attributes("clip-path"),
                a => Assert.Contains(a.Value, ids.Select(id => $"url(#{id})"))
            );
        }
    }

    [Fact]
    public static void A_character_that_the_font_lacks_is_named()
    {
        using var samples = new Samples();
        var terms = Samples.Terms.Select(t => t with { Words = With(t.Words, "epoch", "纪元 \u0e01\u0e02") }).ToList();
        Assert.Equal(
            """
            content/31/zh.md(7,1): error glyph-missing: the font of figures has no glyph for 'กข', which figure 'fig' shows in 'en'
            content/31/zh.md(7,1): error glyph-missing: the font of figures has no glyph for 'กข', which figure 'fig' shows in 'zh'
            """,
            string.Join(
                '\n',
                Samples
                    .Complaints(
                        Samples.Book(Samples.Request("fig", "curves", "ae")),
                        Samples.Set(samples.Run("ae")),
                        terms
                    )
                    .Split('\n')
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public static void A_run_without_result_is_not_drawn_and_no_mistake() =>
        Assert.Empty(Samples.Complaints(Samples.Book(Samples.Request("fig", "codes", "ae")), Samples.Set()));

    [Fact]
    public static void Nor_is_an_earlier_result_that_lacks_what_is_shown()
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        var bare = run with { Record = run.Record with { Artifacts = [] } };
        var set = Samples.Set(bare) with { Stale = new HashSet<string> { "ae" } };
        Assert.Empty(Samples.Complaints(Samples.Book(Samples.Request("fig", "codes", "ae")), set));
    }

    [Fact]
    public static void An_artifact_that_was_not_recorded_is_named()
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        var bare = run with { Record = run.Record with { Artifacts = [] } };
        Assert.StartsWith(
            "content/31/zh.md(7,1): error artifact-missing: a figure needs 'codes.npy' of run 'ae', which recorded no such file",
            Samples.Complaints(Samples.Book(Samples.Request("fig", "codes", "ae")), Samples.Set(bare)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void An_artifact_cut_short_is_named()
    {
        using var samples = new Samples();
        var run = samples.Run("ae");
        File.WriteAllBytes(
            Path.Combine(run.Folder, "labels.npy"),
            File.ReadAllBytes(Path.Combine(run.Folder, "labels.npy"))[..^1]
        );
        Assert.Equal(
            "content/31/zh.md(7,1): error artifact-damaged: 'labels.npy' of run 'ae' cannot be read: it holds 599 bytes of data, its header says 600",
            Samples.Complaints(Samples.Book(Samples.Request("fig", "codes", "ae")), Samples.Set(run))
        );
    }

    private static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> words,
        string key,
        string word
    ) => new(words) { [key] = word };

    private static SortedDictionary<string, string> Bytes(FigureSet set) =>
        new(
            set.Figures.ToDictionary(
                f => $"{f.Id} {f.Language}",
                f =>
                    f.Svg
                    + string.Concat(
                        f.Files.OrderBy(p => p.Key, StringComparer.Ordinal)
                            .Select(p => p.Key + Convert.ToHexString(p.Value))
                    )
            ),
            StringComparer.Ordinal
        );
}
