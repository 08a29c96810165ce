using System.Runtime.Intrinsics.X86;
using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Program;

/// <summary>Portable mode (<c>design.md</c> §5): the same weights to the last bit, whatever else the machine does and can.</summary>
public sealed class SameBitsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recto-bits-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A dense network with noise, in one epoch; a convolutional one would take ten times as long.</summary>
    private static ExperimentSpec Spec =>
        Specs.Strokes with
        {
            Noise = new NoiseSpec(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew),
            Epochs = 1,
        };

    [Fact]
    public async Task Alone_or_with_others_at_its_side()
    {
        var alone = Weights("alone", Spec);
        var beside = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => Task.Run(() => Weights($"beside {i}", Spec)))
        );
        Assert.All(beside, weights => Assert.Equal(alone, weights));
    }

    [Fact]
    public void With_AVX_512_and_without_it()
    {
        Assert.SkipUnless(Avx512F.IsSupported, "This processor has no AVX-512 that could be hidden.");
        var hidden = new Dictionary<string, string>
        {
            ["DOTNET_EnableAVX512"] = "0",
            ["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX512CD,-AVX512DQ",
        };
        var vae = Rehearsal.Of(SourceSpecs.All["vae_bce"], 1) with { Data = Spec.Data };
        foreach (var (name, spec) in new[] { ("dense", Spec), ("vae", vae) })
        {
            Assert.Equal(Weights(name, spec), Weights($"{name} hidden", spec, hidden));
            var sets = ContractJson.Read<RunEnvironment>(
                File.ReadAllText(Path.Combine(folder, $"{name} hidden", "environment.json"))
            );
            Assert.DoesNotContain("avx512f", sets.InstructionSets);
        }
    }

    [Fact]
    public void Another_seed_gives_other_weights() =>
        Assert.NotEqual(Weights("1", Spec), Weights("2", Spec with { Seed = 2 }));

    private string Weights(string name, ExperimentSpec spec, IReadOnlyDictionary<string, string>? environment = null)
    {
        var order = WorkerProcess.Order(spec, Path.Combine(folder, name));
        var (exitCode, progress) = WorkerProcess.Run(ContractJson.Canonical(order), environment);
        Assert.True(exitCode == 0, progress[^1].Message);
        var record = ContractJson.Read<RunRecord>(File.ReadAllText(Path.Combine(folder, name, "run.json")));
        return record.Artifacts.Single(a => a.Path == "weights.safetensors").Sha256;
    }
}
