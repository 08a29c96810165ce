using System.Diagnostics;
using System.Text;
using Recto.Experiments.Contract;

namespace Recto.Tests.Program;

/// <summary>The worker as the generator starts it: a process of its own.</summary>
public static class WorkerProcess
{
    /// <param name="environment">Variables that it is started with besides our own.</param>
    public static (int ExitCode, IReadOnlyList<WorkProgress> Progress) Run(
        string line,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        using var process = Start([], environment);
        process.StandardInput.WriteLine(line); // and held open: its end would be ours
        process.StandardInput.Flush();
        var progress = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return (process.ExitCode, [.. progress.Select(ContractJson.Read<WorkProgress>)]);
    }

    public static (int ExitCode, IReadOnlyList<WorkProgress> Progress) Run(WorkOrder order) =>
        Run(ContractJson.Canonical(order));

    public static Process Start(params string[] arguments) => Start(arguments, environment: null);

    private static Process Start(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var worker = Path.Combine(AppContext.BaseDirectory, "recto-worker.dll");
        var start = new ProcessStartInfo("dotnet", [worker, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

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
