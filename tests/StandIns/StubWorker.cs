using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Recto.Experiments.Contract;

namespace Recto.StandIns;

/// <summary>Obeys a work order without training; misbehaves as the run's name says.</summary>
internal static class StubWorker
{
    public static int Run()
    {
        var order = ContractJson.Read<WorkOrder>(Console.In.ReadLine() ?? "");
        new Thread(EndWithGenerator) { IsBackground = true }.Start();
        Tell(new WorkProgress { Event = WorkEvent.Started });
        switch (order.Run)
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
            case "hangs":
                File.WriteAllText(Path.Combine(order.Output, "half"), "");
                Thread.Sleep(Timeout.Infinite);
                break;
        }

        Check(order.Parent, order.Spec.After, order.Inputs.Parent);
        Check(order.Against, order.Spec.Against, order.Inputs.Against);
        Train(order);
        Tell(new WorkProgress { Event = WorkEvent.Done });
        return 0;
    }

    /// <summary>A run that is named lies finished in the folder that is given, and is the one of the key.</summary>
    private static void Check(string? folder, string? name, string? key)
    {
        var found = folder is null
            ? null
            : ContractJson.Read<RunRecord>(File.ReadAllText(Path.Combine(folder, "run.json")));
        if (found is not null && !File.Exists(Path.Combine(folder!, "weights.safetensors")))
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
        File.WriteAllText(Path.Combine(order.Output, "weights.safetensors"), "none");
        File.WriteAllText(Path.Combine(order.Output, "environment.json"), ContractJson.Pretty(Environment()));
        File.WriteAllText(Path.Combine(order.Output, "run.json"), ContractJson.Pretty(Record(order)));
        if (order.Run == "cut_short")
        {
            File.WriteAllText(Path.Combine(order.Output, "curves.csv"), "epoch,loss");
        }
    }

    private static RunRecord Record(WorkOrder order)
    {
        return new RunRecord
        {
            Run = order.Run,
            Keys = order.Keys,
            Inputs = order.Inputs,
            Spec = order.Spec,
            Metrics = new SortedDictionary<string, double> { ["test.mse"] = 1.0 / order.Spec.Epochs },
            Layers = [],
            Artifacts = [Artifact("curves.csv"), Artifact("weights.safetensors")],
        };

        ArtifactRecord Artifact(string name)
        {
            var bytes = File.ReadAllBytes(Path.Combine(order.Output, name));
            return new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
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
