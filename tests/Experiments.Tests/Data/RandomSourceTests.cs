using Recto.Experiments.Data;
using Xunit;

namespace Recto.Tests.Data;

public static class RandomSourceTests
{
    [Fact]
    public static void Seed_and_purpose_fix_every_draw()
    {
        Assert.Equal(Draws(1, "init"), Draws(1, "init"));
        Assert.NotEqual(Draws(1, "init"), Draws(2, "init"));
        Assert.NotEqual(Draws(1, "init"), Draws(1, "shuffle"));
    }

    /// <summary>Changing the generator changes every run: this golden makes sure that somebody notices.</summary>
    [Fact]
    public static void The_first_draws_are_these()
    {
        var random = new RandomSource(1, "golden");
        var (uniform, normal) = (new float[3], new float[3]);
        random.Uniform(uniform);
        random.Normal(normal);
        var whole = Enumerable.Range(0, 5).Select(_ => random.NextBelow(1000)).ToArray();
        Assert.Equal([0.734103739f, 0.681112707f, 0.20017153f], uniform);
        Assert.Equal([-1.2008121f, -1.13483357f, -1.89546096f], normal);
        Assert.Equal([43, 22, 761, 419, 160], whole);
    }

    [Fact]
    public static void Uniform_numbers_fill_their_range_evenly()
    {
        var draws = Draws(3, "test");
        Assert.InRange(draws.Min(), 0f, 0.001f);
        Assert.InRange(draws.Max(), 0.999f, 0.99999999f);
        Assert.Equal(0.5, draws.Average(), 0.005);
        Assert.Equal(1 / 12.0, draws.Average(d => (d - 0.5) * (d - 0.5)), 0.001);
    }

    [Fact]
    public static void Normal_numbers_have_the_moments_of_a_normal_distribution()
    {
        var draws = new float[100_003];
        new RandomSource(4, "test").Normal(draws);
        Assert.Equal(0, draws.Average(), 0.01);
        Assert.Equal(1, draws.Average(d => (double)d * d), 0.02);
        Assert.Equal(0, draws.Average(d => Math.Pow(d, 3)), 0.05);
        Assert.Equal(3, draws.Average(d => Math.Pow(d, 4)), 0.1);
        Assert.Equal(0.6827, draws.Count(d => Math.Abs(d) < 1) / (double)draws.Length, 0.005);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(1000)]
    public static void Whole_numbers_below_a_bound_are_equally_frequent(int bound)
    {
        var random = new RandomSource(5, "test");
        var counts = new int[bound];
        for (var i = 0; i < 200 * bound; i++)
            counts[random.NextBelow(bound)]++;
        Assert.All(counts, c => Assert.InRange(c, 120, 280));
    }

    [Fact]
    public static void Shuffling_keeps_every_item_once()
    {
        var items = Enumerable.Range(0, 1000).ToArray();
        new RandomSource(6, "test").Shuffle(items);
        Assert.NotEqual(Enumerable.Range(0, 1000), items);
        Assert.Equal(Enumerable.Range(0, 1000), items.Order());
    }

    private static float[] Draws(long seed, string purpose)
    {
        var draws = new float[50_001];
        new RandomSource(seed, purpose).Uniform(draws);
        return draws;
    }
}
