using System.Runtime.Intrinsics.X86;
using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Program;

public sealed class MnistTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recto-mnist-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The path that published numbers come from, so that it can never be dead: real data, real worker.</summary>
    [Fact]
    public void Two_epochs_of_ae_relu_on_the_real_images_give_these_weights()
    {
        Assert.SkipUnless(Avx2.IsSupported, "Bit-equality is promised on x64 with AVX2.");
        var data = Mnist();
        Assert.SkipWhen(data is null, "MNIST is neither in $RECTO_DATA/mnist nor in ../shared/mnist.");
        var spec = Specs.Strokes with
        {
            Model = Specs.Strokes.Model with
            {
                Activation = Activation.Relu,
                Code = Activation.Relu,
                Output = Activation.Relu,
            },
            Data = new DataSpec("mnist", DataKind.Idx, ""),
        };
        Assert.Equal(0, WorkerProcess.Run(WorkerProcess.Order(spec, folder, Files(data))).ExitCode);
        var record = ContractJson.Read<RunRecord>(File.ReadAllText(Path.Combine(folder, "run.json")));
        Assert.Equal(
            "4afaf20461fc99caf728132cf81f970c9e0d2135926a952f80736df569a0d9fa",
            record.Artifacts.Single(a => a.Path == "weights.safetensors").Sha256
        );
    }

    private static string? Mnist()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Recto.slnx")))
            root = root.Parent;
        var places = new[]
        {
            Environment.GetEnvironmentVariable("RECTO_DATA"),
            root is null ? null : Path.Combine(root.FullName, "..", "shared"),
        };
        return places
            .OfType<string>()
            .Select(p => Path.GetFullPath(Path.Combine(root?.FullName ?? "", p, "mnist")))
            .FirstOrDefault(p => File.Exists(Path.Combine(p, "train-images-idx3-ubyte.gz")));
    }

    private static Dictionary<string, DataFile> Files(string folder) =>
        new()
        {
            ["train.images"] = new(
                Path.Combine(folder, "train-images-idx3-ubyte.gz"),
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"
            ),
            ["train.labels"] = new(
                Path.Combine(folder, "train-labels-idx1-ubyte.gz"),
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
            ),
            ["test.images"] = new(
                Path.Combine(folder, "t10k-images-idx3-ubyte.gz"),
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
            ),
            ["test.labels"] = new(
                Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"),
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
            ),
        };
}
