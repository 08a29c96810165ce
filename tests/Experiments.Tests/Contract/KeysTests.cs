using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Contract;

public static class KeysTests
{
    private static readonly KeyInputs Inputs = new()
    {
        Library = "TorchSharp-cpu 0.107.0",
        TrainCode = new Dictionary<string, string>(),
        EvaluationCode = new Dictionary<string, string>(),
    };

    [Fact]
    public static void A_digest_of_parts_does_not_run_together() =>
        Assert.NotEqual(Keys.Digest(["ab", "c"]), Keys.Digest(["a", "bc"]));

    /// <summary>A run may be renamed, and what starts from it is still the same; its weights may not.</summary>
    [Fact]
    public static void A_run_knows_its_parent_by_key_and_not_by_name()
    {
        var child = SourceSpecs.SdaeSupervised;
        var keys = Keys.Of(child, Inputs with { Parent = "a" });
        Assert.Equal(keys, Keys.Of(child with { After = "renamed" }, Inputs with { Parent = "a" }));
        Assert.NotEqual(keys.Train, Keys.Of(child, Inputs with { Parent = "b" }).Train);
    }

    [Fact]
    public static void What_codes_are_compared_with_is_part_of_the_evaluation_alone()
    {
        var one = Keys.Of(SourceSpecs.VaeMse, Inputs with { Against = "a" });
        var other = Keys.Of(SourceSpecs.VaeMse, Inputs with { Against = "b" });
        Assert.Equal(one.Train, other.Train);
        Assert.NotEqual(one.Evaluation, other.Evaluation);
    }

    /// <summary>Members that came later are absent where nobody uses them, so that what was trained stays known.</summary>
    [Fact]
    public static void The_key_of_the_first_run_is_what_it_was() =>
        Assert.Equal("7de78820", Keys.Of(SourceSpecs.AeTanh, Inputs).Train[..8]);
}
