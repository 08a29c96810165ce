using System.Security.Cryptography;
using Recto.Experiments.Contract;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Program;

public sealed class WorkerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recto-worker-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_run_fills_its_folder_and_tells_how_it_went()
    {
        var spec = Specs.Strokes with { Probes = ["codes", "reconstructions"] };
        var (exitCode, progress) = WorkerProcess.Run(WorkerProcess.Order(spec, folder));

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [WorkEvent.Started, WorkEvent.Epoch, WorkEvent.Epoch, WorkEvent.Evaluating, WorkEvent.Done],
            progress.Select(p => p.Event).Where(e => e is not WorkEvent.Step)
        );
        Assert.Equal([1, 2], progress.Where(p => p.Event is WorkEvent.Epoch).Select(p => p.Epoch!.Value));
        Assert.Equal(
            [
                "codes.npy",
                "curves.csv",
                "environment.json",
                "inputs.npy",
                "labels.npy",
                "outputs.npy",
                "run.json",
                "weights.safetensors",
            ],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

        var record = ContractJson.Read<RunRecord>(Text("run.json"));
        Assert.Equal(ContractJson.Canonical(spec), ContractJson.Canonical(record.Spec));
        Assert.Equal(MetricCatalog.Of(spec), record.Metrics.Keys);
        Assert.Equal(record.Metrics["epoch.loss"], progress.Last(p => p.Event is WorkEvent.Epoch).Loss);
        Assert.Equal(["input", "code", "output"], record.Layers.Select(l => l.Role));
        Assert.All(record.Artifacts, Intact);

        var environment = ContractJson.Read<RunEnvironment>(Text("environment.json"));
        Assert.Equal(Determinism.Pins, environment.Pins);
        Assert.Equal(1, environment.Threads);
    }

    [Fact]
    public void A_noisy_run_shows_its_noise_too()
    {
        var spec = Specs.Strokes with
        {
            Noise = new NoiseSpec(NoiseKind.Gaussian, 0.5, NoiseDraw.Anew),
            Epochs = 1,
            Probes = ["reconstructions"],
        };
        Assert.Equal(0, WorkerProcess.Run(WorkerProcess.Order(spec, folder)).ExitCode);
        Assert.True(File.Exists(Path.Combine(folder, "noisy.npy")));
    }

    [Fact]
    public void Two_processes_make_the_same_bytes()
    {
        var (one, two) = (Path.Combine(folder, "1"), Path.Combine(folder, "2"));
        WorkerProcess.Run(WorkerProcess.Order(Specs.Strokes, one));
        WorkerProcess.Run(WorkerProcess.Order(Specs.Strokes, two));
        Assert.Equal(File.ReadAllText(Path.Combine(one, "run.json")), File.ReadAllText(Path.Combine(two, "run.json")));
    }

    [Fact]
    public void A_failure_is_told_by_code_and_sentence_and_leaves_no_run()
    {
        var spec = Specs.Strokes with { Probes = ["cods"] };
        var (exitCode, progress) = WorkerProcess.Run(WorkerProcess.Order(spec, folder));
        Assert.Equal(1, exitCode);
        Assert.Equal((WorkEvent.Failed, "spec-unsupported"), (progress[^1].Event, progress[^1].Code));
        Assert.Equal(
            "probes[0]: There is no probe 'cods' here; known are codes, filters, reconstructions.",
            progress[^1].Message
        );
        Assert.False(File.Exists(Path.Combine(folder, "run.json")));
    }

    [Fact]
    public void An_order_that_cannot_be_read_is_refused()
    {
        var (exitCode, progress) = WorkerProcess.Run("""{"run":"x"}""");
        Assert.Equal(1, exitCode);
        Assert.Equal("order-unreadable", Assert.Single(progress).Code);
    }

    [Fact]
    public void A_worker_whose_reader_is_gone_stops()
    {
        using var process = WorkerProcess.Start();
        process.StandardInput.WriteLine(
            ContractJson.Canonical(WorkerProcess.Order(Specs.Strokes with { Epochs = 100_000 }, folder))
        );
        Assert.Contains("started", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        process.StandardOutput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)), "it goes on for nobody");
        Assert.Equal(130, process.ExitCode);
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(folder, name));

    private void Intact(ArtifactRecord artifact)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, artifact.Path));
        Assert.Equal(artifact.Bytes, bytes.Length);
        Assert.Equal(artifact.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
