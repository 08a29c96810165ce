using System.Diagnostics;
using System.Text;
using Recto.Experiments.Contract;

namespace Recto.Tests.Program;

/// <summary>The worker as the generator starts it: a process of its own.</summary>
public static class WorkerProcess
{
    public static (int ExitCode, IReadOnlyList<WorkProgress> Progress) Run(string line)
    {
        using var process = Start();
        process.StandardInput.WriteLine(line); // and held open: its end would be ours
        process.StandardInput.Flush();
        var progress = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return (process.ExitCode, [.. progress.Select(ContractJson.Read<WorkProgress>)]);
    }

    public static (int ExitCode, IReadOnlyList<WorkProgress> Progress) Run(WorkOrder order) =>
        Run(ContractJson.Canonical(order));

    public static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "recto-worker.dll"), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;

    public static WorkOrder Order(
        ExperimentSpec spec,
        string output,
        IReadOnlyDictionary<string, DataFile>? files = null
    ) =>
        new()
        {
            Run = "tiny",
            Spec = spec,
            Keys = new RunKeys("train-key", "evaluation-key"),
            Inputs = new KeyInputs
            {
                Library = "TorchSharp-cpu 0.107.0",
                TrainCode = new Dictionary<string, string> { ["Training/Trainer.cs"] = "digest" },
                EvaluationCode = new Dictionary<string, string>(),
            },
            Files = files ?? new Dictionary<string, DataFile>(),
            Output = output,
        };
}
