using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Recto.Experiments.Contract;

namespace Recto.StandIns;

/// <summary>Obeys a work order without training; misbehaves as the run's name says.</summary>
internal static class StubWorker
{
    private const string Weights = "weights.safetensors";

    public static int Run()
    {
        var order = ContractJson.Read<WorkOrder>(Console.In.ReadLine() ?? "");
        new Thread(EndWithGenerator) { IsBackground = true }.Start();
        if (order.Kind is WorkKind.Rehearse)
        {
            Rehearse(order);
            return 0;
        }

        Tell(new WorkProgress { Event = order.Kind is WorkKind.Train ? WorkEvent.Started : WorkEvent.Evaluating });
        Log($"{order.Run} begins");
        switch (Behaviour(order.Run))
        {
            case "crashes":
                Console.Error.WriteLine("last words");
                return 3;
            case "killed":
                Process.GetCurrentProcess().Kill();
                break;
            case "diverges":
                Tell(
                    new WorkProgress
                    {
                        Event = WorkEvent.Failed,
                        Code = "loss-diverged",
                        Message = "NaN in epoch 2",
                    }
                );
                return 1;
            case "fills_disk":
                try
                {
                    File.WriteAllText("/dev/full", "a run");
                }
                catch (IOException e) when (DiskSpace.IsMissing(e))
                {
                    Tell(
                        new WorkProgress
                        {
                            Event = WorkEvent.Failed,
                            Code = RunException.DiskFull,
                            Message = e.Message,
                        }
                    );
                }

                return 1;
            case "hangs":
                File.WriteAllText(Path.Combine(order.Output, "half"), "");
                Thread.Sleep(Timeout.Infinite);
                break;
        }

        Check(order.Parent, order.Spec.After, order.Inputs.Parent);
        Check(order.Against, order.Spec.Against, order.Inputs.Against);
        if (order.Kind is WorkKind.Train)
        {
            Train(order);
        }
        else
        {
            Evaluate(order);
        }
        Log($"{order.Run} ends");
        Tell(new WorkProgress { Event = WorkEvent.Done });
        return 0;
    }

    /// <summary>A run that is named lies finished in the folder that is given, and is the one of the key.</summary>
    private static void Check(string? folder, string? name, string? key)
    {
        var found = folder is null
            ? null
            : ContractJson.Read<RunRecord>(File.ReadAllText(Path.Combine(folder, "run.json")));
        if (folder is not null && !File.Exists(Path.Combine(folder, Weights)))
        {
            throw new InvalidOperationException($"'{name}' has no weights in '{folder}'");
        }

        if (found?.Keys.Train != key || name is null != key is null)
        {
            throw new InvalidOperationException(
                $"'{name}' has the key {key}, and in '{folder}' lies {found?.Keys.Train}"
            );
        }
    }

    /// <summary>As the run is called, or as <c>STUB_BEHAVIOUR</c> says: <c>ae=crashes,dae=hangs</c>.</summary>
    private static string Behaviour(string run) =>
        (System.Environment.GetEnvironmentVariable("STUB_BEHAVIOUR") ?? "")
            .Split(',')
            .Select(said => said.Split('='))
            .FirstOrDefault(said => said[0] == run)
            is [_, var behaviour]
            ? behaviour
            : run;

    /// <summary>Into the file that <c>STUB_LOG</c> names, for those who count trainings.</summary>
    private static void Log(string line)
    {
        if (System.Environment.GetEnvironmentVariable("STUB_LOG") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }

    private static void Train(WorkOrder order)
    {
        var epochs = Enumerable.Range(1, order.Spec.Epochs).ToList();
        foreach (var epoch in epochs)
        {
            Tell(
                new WorkProgress
                {
                    Event = WorkEvent.Epoch,
                    Epoch = epoch,
                    Epochs = epochs.Count,
                    Loss = 1.0 / epoch,
                    Seconds = epoch,
                }
            );
        }

        var rows = epochs.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e},{1.0 / e},{2.0 / e}\n"));
        File.WriteAllText(Path.Combine(order.Output, "curves.csv"), "epoch,loss,test.loss\n" + string.Concat(rows));
        File.WriteAllText(Path.Combine(order.Output, Weights), WeightsOf(order));
        File.WriteAllText(Path.Combine(order.Output, "environment.json"), ContractJson.Pretty(Environment()));
        var rehearsal = order.Rehearsed is true ? RehearsalOf(order) : null;
        Write(order, Record(order) with { Rehearsal = rehearsal });
        if (order.Run == "cut_short")
        {
            File.WriteAllText(Path.Combine(order.Output, "curves.csv"), "epoch,loss");
        }
    }

    /// <summary>Weights and curves as they were; an environment that says so.</summary>
    private static void Evaluate(WorkOrder order)
    {
        foreach (var name in new[] { "curves.csv", Weights })
        {
            File.Copy(Path.Combine(order.Trained!, name), Path.Combine(order.Output, name));
        }

        var trained = ContractJson.Read<RunEnvironment>(
            File.ReadAllText(Path.Combine(order.Trained!, "environment.json"))
        );
        var here = new EvaluationEnvironment("none", "none", "none", "none", 1);
        File.WriteAllText(
            Path.Combine(order.Output, "environment.json"),
            ContractJson.Pretty(trained with { Evaluated = here })
        );
        var before = ContractJson.Read<RunRecord>(File.ReadAllText(Path.Combine(order.Trained!, "run.json")));
        Write(order, Record(order) with { Rehearsal = before.Rehearsal, Adopted = before.Adopted });
    }

    private static void Rehearse(WorkOrder order)
    {
        File.WriteAllText(Path.Combine(order.Output, RehearsalRecord.File), ContractJson.Pretty(RehearsalOf(order)));
        Tell(new WorkProgress { Event = WorkEvent.Done });
    }

    private static RehearsalRecord RehearsalOf(WorkOrder order) =>
        new(3200, 2, WeightsOf(order), "curves", $"metrics {HasOtherMetrics(order)}");

    /// <summary>Code that is called so makes other weights; any other does not.</summary>
    private static string WeightsOf(WorkOrder order) =>
        $"weights {order.Spec.Seed} {order.Spec.Epochs} {order.Inputs.TrainCode.Values.Contains("other weights")}";

    /// <summary>The same for the code that evaluates.</summary>
    private static bool HasOtherMetrics(WorkOrder order) =>
        order.Inputs.EvaluationCode.Values.Contains("other metrics");

    private static void Write(WorkOrder order, RunRecord record) =>
        File.WriteAllText(Path.Combine(order.Output, "run.json"), ContractJson.Pretty(record));

    private static RunRecord Record(WorkOrder order) =>
        new()
        {
            Run = order.Run,
            Keys = order.Keys,
            Inputs = order.Inputs,
            Spec = order.Spec,
            Metrics = new SortedDictionary<string, double>
            {
                ["test.mse"] = (HasOtherMetrics(order) ? 1.5 : 1.0) / order.Spec.Epochs,
            },
            Layers = [],
            Artifacts = [Artifact(order, "curves.csv"), Artifact(order, Weights)],
        };

    private static ArtifactRecord Artifact(WorkOrder order, string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(order.Output, name));
        return new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The pins are told as they were received, so that a test can see them.</summary>
    private static RunEnvironment Environment() =>
        new()
        {
            Cpu = "none",
            Os = "none",
            Runtime = "none",
            TorchSharp = "none",
            Pins = new SortedDictionary<string, string>
            {
                ["ATEN_CPU_CAPABILITY"] = System.Environment.GetEnvironmentVariable("ATEN_CPU_CAPABILITY") ?? "",
                ["OMP_NUM_THREADS"] = System.Environment.GetEnvironmentVariable("OMP_NUM_THREADS") ?? "",
            },
            InstructionSets = [],
            Threads = 1,
            TrainSeconds = 1,
            TotalSeconds = 1,
            PeakBytes = 1,
        };

    private static void EndWithGenerator()
    {
        Console.In.ReadToEnd();
        System.Environment.Exit(9);
    }

    private static void Tell(WorkProgress progress) => Console.Out.WriteLine(ContractJson.Canonical(progress));
}
