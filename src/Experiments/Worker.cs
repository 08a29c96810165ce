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
        var model = Networks.Build(spec, data.Train.Size);
        Parents.Start(order, model);

        var epochs = Trainer.Epochs(spec);
        tell(new WorkProgress { Event = WorkEvent.Started, Epochs = epochs });
        var reporter = new Reporter(epochs, tell);
        var training = Trainer.Train(spec, model, data, reporter.Report);
        var trainSeconds = reporter.Seconds;
        Checks.Weights(model.Parameters);

        tell(new WorkProgress { Event = WorkEvent.Evaluating });
        var result = Evaluate(order, model, data, training.Curve);
        var metrics = Checks.Metrics(Metrics.Of(spec, result));
        var folder = new RunFolder(order.Output);
        folder.Write(SafeTensors.File, SafeTensors.Write(model.Parameters));
        folder.Write("curves.csv", Curves.Write(spec, training.Curve));
        if (spec.Greedy is not null)
            folder.Write("greedy.csv", Curves.WriteGreedy(training.Greedy));
        foreach (var (path, bytes) in Probes.Record(spec, result))
            folder.Write(path, bytes);
        folder.Finish(
            Machine.Describe(trainSeconds, total.Elapsed.TotalSeconds),
            new RunRecord
            {
                Run = order.Run,
                Keys = order.Keys,
                Inputs = order.Inputs,
                Spec = spec,
                Metrics = metrics,
                Layers = model.Records(),
                Artifacts = folder.Artifacts,
            }
        );
        tell(new WorkProgress { Event = WorkEvent.Done });
    }

    private static RunResult Evaluate(WorkOrder order, Model model, Dataset data, IReadOnlyList<EpochRecord> curve)
    {
        var evaluator = new Evaluator(order.Spec, model);
        var test = evaluator.Evaluate(data.Test, "test");
        var size = model.Autoencoder.CodeSize;
        return new RunResult
        {
            Model = model,
            Data = data,
            Curve = curve,
            Train = evaluator.Evaluate(data.Train, "train"),
            Test = test,
            Against = Parents.CodesToCompare(order, data),
            Plane = size > 2 ? PrincipalComponents.Of(test.Codes, size, 2) : null,
        };
    }
}
