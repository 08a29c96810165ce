using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Recto.Experiments;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;
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

    /// <summary>Every kind of run of the report, in little, each with all its probes, some on the shoulders of others.</summary>
    [Fact]
    public void All_kinds_of_runs_fill_their_folders()
    {
        foreach (
            var name in new[] { "pca", "ae_tied", "sdae_greedy", "sdae_greedy_supervised", "cae", "vae_bce", "vae_mse" }
        )
        {
            var spec = Rehearsal.Of(SourceSpecs.All[name], 1) with { Data = Specs.Strokes.Data };
            spec = spec with { Probes = MetricCatalog.Probes(spec.Model) };
            var order = WorkerProcess.Order(spec, Path.Combine(folder, name)) with
            {
                Parent = spec.After is null ? null : Path.Combine(folder, spec.After),
                Against = spec.Against is null ? null : Path.Combine(folder, spec.Against),
            };
            var (exitCode, progress) = WorkerProcess.Run(order);
            Assert.True(exitCode == 0, $"{name}: {progress[^1].Message}");
            var record = ContractJson.Read<RunRecord>(Text($"{name}/run.json"));
            Assert.Equal(MetricCatalog.Of(spec), record.Metrics.Keys);
            Assert.All(record.Metrics, m => Assert.True(double.IsFinite(m.Value), $"{name}.{m.Key}"));
            var curves = Text($"{name}/curves.csv").TrimEnd().Split('\n');
            Assert.Equal(string.Join(',', MetricCatalog.Curves(spec).Prepend("epoch")), curves[0]);
            Assert.Equal(spec.Epochs, curves.Length - 1);
        }
        Assert.Equal("(1000, 2) (1000, 2)", Shapes("vae_bce/codes.npy", "vae_bce/codes_sd.npy"));
        Assert.Equal("(1000, 2) (16, 3, 3)", Shapes("cae/codes2d.npy", "cae/filters.npy"));
        Assert.Equal("(30, 30, 28, 28) (100, 28, 28)", Shapes("vae_mse/manifold.npy", "vae_mse/filters.npy"));
        Assert.Equal("(10, 28, 28) (10, 28, 28)", Shapes("sdae_greedy/noisy.npy", "sdae_greedy/outputs.npy"));
        Assert.StartsWith("layer,epoch,loss\n1,1,", Text("sdae_greedy/greedy.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_benchmark_prints_name_threads_batch_and_milliseconds()
    {
        using var process = WorkerProcess.Start("bench", "steps", "--threads", "1", "ae");
        var columns = process.StandardOutput.ReadToEnd().TrimEnd().Split('\t');
        process.WaitForExit();
        Assert.Equal((0, 4), (process.ExitCode, columns.Length));
        Assert.Equal(["ae", "1", "64"], columns[..3]);
        Assert.InRange(double.Parse(columns[3], CultureInfo.InvariantCulture), 0.001, 100);
    }

    [Fact]
    public void A_run_that_starts_from_another_needs_it()
    {
        var spec = Specs.Strokes with { After = "first" };
        var (_, progress) = WorkerProcess.Run(WorkerProcess.Order(spec, folder) with { Parent = folder });
        Assert.Equal("parent-missing", progress[^1].Code);
        Assert.StartsWith("The run 'first' is needed, and ", progress[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_starts_where_the_other_ended()
    {
        var first = Path.Combine(folder, "first");
        var spec = Specs.Strokes with { Epochs = 1 };
        WorkerProcess.Run(WorkerProcess.Order(spec, first));
        var next = spec with { After = "first", Optimizer = spec.Optimizer! with { Rate = 1e-30 } };
        var order = WorkerProcess.Order(next, Path.Combine(folder, "next")) with { Parent = first };
        Assert.Equal(0, WorkerProcess.Run(order).ExitCode);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(first, "weights.safetensors")),
            File.ReadAllBytes(Path.Combine(folder, "next", "weights.safetensors"))
        );
    }

    [Fact]
    public void An_order_that_cannot_be_read_is_refused()
    {
        var (exitCode, progress) = WorkerProcess.Run("""{"run":"x"}""");
        Assert.Equal(1, exitCode);
        Assert.Equal("order-unreadable", Assert.Single(progress).Code);
    }

    /// <summary>As when the generator is killed, and nothing is left to be said or read.</summary>
    [Fact]
    public void A_worker_whose_standard_input_ends_stops()
    {
        using var process = WorkerProcess.Start();
        var spec = Specs.Strokes with { Epochs = 100_000 };
        process.StandardInput.WriteLine(ContractJson.Canonical(WorkerProcess.Order(spec, folder)));
        Assert.Contains("started", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)), "it goes on for nobody");
    }

    [Fact]
    public void A_loss_that_is_no_number_is_told_and_leaves_no_run()
    {
        var spec = Specs.Strokes with
        {
            Model = Specs.Strokes.Model with
            {
                Activation = Activation.Linear,
                Code = Activation.Linear,
                Output = Activation.Linear,
            },
            Optimizer = Specs.Strokes.Optimizer! with { Rate = 1e30 },
        };
        var (exitCode, progress) = WorkerProcess.Run(WorkerProcess.Order(spec, folder));
        Assert.Equal((1, "loss-diverged"), (exitCode, progress[^1].Code));
        Assert.False(File.Exists(Path.Combine(folder, "run.json")));
    }

    [Fact]
    public void The_last_step_may_be_the_one_that_goes_wrong()
    {
        var wild = new Parameter("encoder.1.bias", [2], new Matrix(1, 2), new Matrix(1, 2));
        Checks.Weights([wild]);
        wild.Value.Span[1] = float.NaN;
        var error = Assert.Throws<RunException>(() => Checks.Weights([wild]));
        Assert.Equal(
            ("loss-diverged", "The weights of encoder.1.bias are no finite numbers."),
            (error.Code, error.Message)
        );
    }

    [Fact]
    public void A_metric_that_is_no_number_is_named()
    {
        var metrics = new Dictionary<string, double> { ["test.mse"] = 1, ["latent.alike"] = double.NaN };
        var error = Assert.Throws<RunException>(() => Checks.Metrics(metrics));
        Assert.Equal(("metric-undefined", "No finite number: latent.alike."), (error.Code, error.Message));
    }

    [Fact]
    public void A_full_disk_is_told_as_such()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        File.CreateSymbolicLink(Path.Combine(folder, "curves.csv"), "/dev/full");
        var (exitCode, progress) = WorkerProcess.Run(WorkerProcess.Order(Specs.Strokes, folder));
        Assert.Equal((1, RunException.DiskFull), (exitCode, progress[^1].Code));
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

    private string Shapes(params string[] names) =>
        string.Join(
            ' ',
            names.Select(name =>
            {
                var text = Encoding.ASCII.GetString(File.ReadAllBytes(Path.Combine(folder, name)), 0, 128);
                var start = text.IndexOf('(', StringComparison.Ordinal);
                return text[start..(text.IndexOf(')', StringComparison.Ordinal) + 1)];
            })
        );

    private string Text(string name) => File.ReadAllText(Path.Combine(folder, name));

    private void Intact(ArtifactRecord artifact)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, artifact.Path));
        Assert.Equal(artifact.Bytes, bytes.Length);
        Assert.Equal(artifact.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
