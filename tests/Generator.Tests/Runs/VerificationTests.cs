using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary><c>recto verify</c>: trained again beside what is published.</summary>
public static class VerificationTests
{
    private static readonly RunOptions Options = new(Fresh: false, Jobs: 2);

    private static Plan Family =>
        new([SomeRuns.Run("parent", 1, 2), SomeRuns.Run("child", 2, 2).With(after: "parent")]);

    [Fact]
    public static async Task What_comes_out_the_same_is_bit_equal_and_nothing_published_is_touched()
    {
        using var scratch = new Scratch();
        await Runner.RunAsync(Family, SomeRuns.Doors(scratch), Options, new DiagnosticBag(), Cancel);
        var before = scratch.Files(".cache/runs").ToList();
        var verified = await VerifyAsync(scratch, SomeRuns.Doors(scratch));
        Assert.Equal(["parent", "child"], verified.Select(v => v.Published.Id));
        Assert.All(verified, v => Assert.Equal(Agreement.BitEqual, v.Agreement));
        Assert.Equal(
            [
                "parent: bit-equal",
                "  weights.safetensors  ",
                "  curves.csv           ",
                "  test.mse             0.5  bit-equal",
            ],
            VerifyWords.Of(verified[0]).Select((line, i) => i is 1 or 2 ? line[..23] : line).Take(4)
        );
        Assert.Equal(before, scratch.Files(".cache/runs"));
        Assert.DoesNotContain(scratch.Files(".cache"), f => f.StartsWith("verify", StringComparison.Ordinal));
    }

    [Fact]
    public static async Task What_is_not_fresh_has_nothing_to_be_compared_with()
    {
        using var scratch = new Scratch();
        var stop = await Assert.ThrowsAsync<ReportException>(() => VerifyAsync(scratch, SomeRuns.Closed(scratch)));
        Assert.Equal(ExitCode.AuthorMistake, stop.Exit);
        Assert.Equal(
            "there is no fresh result to compare with of parent, child; `recto plan` says why, `recto build` makes them",
            stop.Sentence
        );
    }

    [Theory]
    [InlineData("test.mse", 0.0411, 0.0411, Agreement.BitEqual)]
    [InlineData("test.mse", 0.0411, 0.0412, Agreement.WithinTolerance)]
    [InlineData("test.mse", 0.0411, 0.0450, Agreement.Different)]
    [InlineData("test.accuracy", 0.90, 0.905, Agreement.WithinTolerance)]
    [InlineData("test.accuracy", 0.90, 0.92, Agreement.Different)]
    [InlineData("gap.mse", 0.0001, 0.0002, Agreement.WithinTolerance)]
    [InlineData("parameters", 3_922, 3_923, Agreement.Different)]
    public static void A_metric_agrees_within_what_is_declared_for_it(
        string metric,
        double published,
        double again,
        Agreement expected
    ) =>
        Assert.Equal(expected, Comparison.Of(Record("1", metric, published), Record("1", metric, again))[^1].Agreement);

    [Fact]
    public static void Files_are_compared_by_their_bits_and_judged_where_bits_are_promised()
    {
        var compared = Comparison.Of(Record("1", "test.mse", 0.0411), Record("2", "test.mse", 0.0412));
        Assert.Equal(["weights.safetensors 1 → 2", "test.mse 0.0411 → 0.0412"], compared.Select(c => $"{c}"));
        Assert.Equal(Agreement.Different, Verified(compared, "avx2", "avx2").Agreement);
        Assert.Equal(Agreement.WithinTolerance, Verified(compared, "avx2", "neon").Agreement);
        Assert.Equal(
            [
                "ae: within tolerance",
                "  weights.safetensors  1 → 2  different",
                "  test.mse             0.0411 → 0.0412  within tolerance",
                "  equal bits are promised on x64 with AVX2 only, so files are not judged here",
                "  not pinned: instruction sets avx2 → neon",
            ],
            VerifyWords.Of(Verified(compared, "avx2", "neon"))
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<IReadOnlyList<Verified>> VerifyAsync(Scratch scratch, RunDoors doors) =>
        Verification.RunAsync(Family, doors, Options, new DiagnosticBag(), Cancel);

    private static Verified Verified(IReadOnlyList<Compared> compared, string published, string here)
    {
        var run = new Run(
            "ae",
            Record("1", "test.mse", 0.0411),
            On(published),
            "",
            new Dictionary<string, IReadOnlyList<double>>()
        );
        return new Verified(run, On(here), compared);
    }

    private static RunEnvironment On(string instructions) =>
        new()
        {
            Cpu = "a",
            Os = "b",
            Runtime = "c",
            TorchSharp = "d",
            Pins = new Dictionary<string, string>(),
            InstructionSets = [instructions],
            Threads = 1,
            TrainSeconds = 1,
            TotalSeconds = 1,
            PeakBytes = 1,
        };

    private static RunRecord Record(string weights, string metric, double value)
    {
        var spec = SomeRuns.Run("ae", 1, 2).Spec;
        return new()
        {
            Run = "ae",
            Keys = Keys.Of(spec, SomeRuns.Code),
            Inputs = SomeRuns.Code,
            Spec = spec,
            Metrics = new Dictionary<string, double> { [metric] = value },
            Layers = [],
            Artifacts = [new("weights.safetensors", 1, weights)],
        };
    }
}
