using System.Diagnostics;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>One run from its order to its folder.</summary>
public static class Worker
{
    /// <exception cref="RunException">Its code and sentence are for the author.</exception>
    public static void Run(WorkOrder order, Action<WorkProgress> tell)
    {
        var total = Stopwatch.StartNew();
        var spec = order.Spec;
        var data = Datasets.Read(spec.Data, order.Files);
        var network = Networks.Build(spec, data.Train.Size);

        tell(new WorkProgress { Event = WorkEvent.Started, Epochs = spec.Epochs });
        var reporter = new Reporter(spec.Epochs, tell);
        var curve = Trainer.Train(spec, network, data, reporter.Report);
        var trainSeconds = reporter.Seconds;

        tell(new WorkProgress { Event = WorkEvent.Evaluating });
        var evaluator = new Evaluator(spec, network);
        var evaluations = new Evaluations(
            evaluator.Evaluate(data.Train, "train"),
            evaluator.Evaluate(data.Test, "test")
        );

        var folder = new RunFolder(order.Output);
        folder.Write("weights.safetensors", SafeTensors.Write(network.Parameters));
        folder.Write("curves.csv", Curves.Write(spec, curve));
        foreach (var (path, bytes) in Probes.Record(spec, network, data.Test, evaluations.Test))
            folder.Write(path, bytes);
        folder.Finish(
            Machine.Describe(trainSeconds, total.Elapsed.TotalSeconds),
            new RunRecord
            {
                Run = order.Run,
                Keys = order.Keys,
                Inputs = order.Inputs,
                Spec = spec,
                Metrics = Metrics.Of(network, curve, data, evaluations),
                Layers = network.Records(),
                Artifacts = folder.Artifacts,
            }
        );
        tell(new WorkProgress { Event = WorkEvent.Done });
    }
}
