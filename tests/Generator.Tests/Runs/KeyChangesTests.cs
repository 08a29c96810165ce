using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>Why a run is stale, in the words of its author.</summary>
public static class KeyChangesTests
{
    private static readonly PlannedRun Before = SomeRuns.Run("ae", 1, 100);

    private static ExperimentSpec Spec => Before.Spec;

    public static TheoryData<string, ExperimentSpec> Specs =>
        new()
        {
            { "", Spec },
            { "epochs 100 → 50", Spec with { Epochs = 50 } },
            { "batch 64 → 32, seed 1 → 2", Spec with { Batch = 32, Seed = 2 } },
            { "model.activation none → tanh", Spec with { Model = Spec.Model with { Activation = Activation.Tanh } } },
            { "model.layers [784, 2] → [784, 9, 2]", Spec with { Model = Spec.Model with { Layers = [784, 9, 2] } } },
            {
                "optimizer.rate 0.001 → 0.01, optimizer.schedule none → [{ epoch: 2, rate: 0.1 }]",
                Spec with
                {
                    Optimizer = Spec.Optimizer! with { Rate = 0.01, Schedule = [new(2, 0.1)] },
                }
            },
            {
                "noise.amount none → 0.5, noise.drawn none → anew, noise.kind none → gaussian",
                Spec with
                {
                    Noise = new(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew),
                }
            },
            { "data digest 0 → abcdef01", Spec with { Data = Spec.Data with { Digest = "abcdef0123" } } },
            { "data strokes → mnist", Spec with { Data = new("mnist", DataKind.Idx, "1") } },
            { "probes [] → [codes] (evaluation)", Spec with { Probes = ["codes"] } },
        };

    [Theory]
    [MemberData(nameof(Specs))]
    public static void A_member_of_the_spec(string expected, ExperimentSpec wanted) =>
        Assert.Equal(expected, Words(Record(Spec, SomeRuns.Code), wanted, SomeRuns.Code));

    [Theory]
    [InlineData("Models/A.cs:1", "", "")]
    [InlineData("Models/A.cs:2", "", "Models/A.cs")]
    [InlineData("Models/A.cs:1 Training/B.cs:1", "", "Training/B.cs (new)")]
    [InlineData("", "", "Models/A.cs (gone)")]
    [InlineData("Models/A.cs:1", "Artifacts/P.cs:1", "Artifacts/P.cs (new) (evaluation)")]
    public static void A_source_file(string train, string evaluation, string expected)
    {
        var code = SomeRuns.Code with { TrainCode = Files(train), EvaluationCode = Files(evaluation) };
        Assert.Equal(expected, Words(Record(Spec, SomeRuns.Code), Spec, code));
    }

    [Fact]
    public static void The_library() =>
        Assert.Equal(
            "library none 1 → none 2",
            Words(Record(Spec, SomeRuns.Code), Spec, SomeRuns.Code with { Library = "none 2" })
        );

    [Theory]
    [InlineData("sdae", "1", "sdae", "1", "")]
    [InlineData("sdae", "1", "renamed", "1", "")]
    [InlineData("sdae", "1", "sdae", "2", "parent run sdae")]
    [InlineData("sdae", "1", "sae", "2", "after sdae → sae")]
    [InlineData("sdae", "1", null, null, "after sdae → none")]
    public static void The_run_that_it_starts_from(
        string? old,
        string? oldKey,
        string? now,
        string? nowKey,
        string expected
    )
    {
        var record = Record(Spec with { After = old }, SomeRuns.Code with { Parent = oldKey });
        Assert.Equal(expected, Words(record, Spec with { After = now }, SomeRuns.Code with { Parent = nowKey }));
    }

    [Fact]
    public static void The_run_that_it_is_compared_with_needs_no_training() =>
        Assert.Equal(
            "compared run pca (evaluation)",
            Words(
                Record(Spec with { Against = "pca" }, SomeRuns.Code with { Against = "1" }),
                Spec with
                {
                    Against = "pca",
                },
                SomeRuns.Code with
                {
                    Against = "2",
                }
            )
        );

    private static string Words(RunRecord old, ExperimentSpec wanted, KeyInputs inputs)
    {
        var state = new RunState(Before with { Spec = wanted }, inputs, Keys.Of(wanted, inputs));
        return string.Join(
            ", ",
            KeyChanges.Between(old, state).Select(c => c.IsEvaluation ? $"{c} (evaluation)" : $"{c}")
        );
    }

    private static RunRecord Record(ExperimentSpec spec, KeyInputs inputs) =>
        new()
        {
            Run = "ae",
            Keys = Keys.Of(spec, inputs),
            Inputs = inputs,
            Spec = spec,
            Metrics = new Dictionary<string, double>(),
            Layers = [],
            Artifacts = [],
        };

    private static Dictionary<string, string> Files(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(f => f.Split(':'))
            .ToDictionary(f => f[0], f => f[1]);
}
