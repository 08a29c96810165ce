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
        switch (order.Kind)
        {
            case WorkKind.Evaluate:
                Evaluate(order, tell);
                break;
            case WorkKind.Rehearse:
                Rehearse(order, tell);
                break;
            default:
                Train(order, tell);
                break;
        }
        tell(new WorkProgress { Event = WorkEvent.Done });
    }

    private static void Train(WorkOrder order, Action<WorkProgress> tell)
    {
        var total = Stopwatch.StartNew();
        var spec = order.Spec;
        var data = Datasets.Read(spec.Data, order.Files);
        var model = OwnModels.Build(spec, data.Train.Size);
        Parents.Start(order, model);

        var epochs = Trainer.Epochs(spec);
        tell(new WorkProgress { Event = WorkEvent.Started, Epochs = epochs });
        var reporter = new Reporter(epochs, tell);
        var training = Trainer.Train(spec, model, data, reporter.Report);
        var trainSeconds = reporter.Seconds;
        Checks.Weights(model.Parameters);

        tell(new WorkProgress { Event = WorkEvent.Evaluating });
        var result = Evaluate(spec, model, data, training.Curve, Parents.CodesToCompare(order, data));
        var folder = new RunFolder(order.Output);
        folder.Write(SafeTensors.File, SafeTensors.Write(model.Parameters));
        folder.Write(SavedRun.Curves, Curves.Write(spec, training.Curve));
        if (spec.Greedy is not null)
            folder.Write(SavedRun.Greedy, Curves.WriteGreedy(training.Greedy));
        var record = Record(order, result, folder);
        var environment = Machine.Describe(trainSeconds, total.Elapsed.TotalSeconds);
        folder.Finish(
            environment,
            order.Rehearsed is true ? record with { Rehearsal = Rehearser.Rehearse(order, data) } : record
        );
    }

    /// <summary>Reads metrics and probes off saved weights; of the training, everything is kept.</summary>
    private static void Evaluate(WorkOrder order, Action<WorkProgress> tell)
    {
        var total = Stopwatch.StartNew();
        tell(new WorkProgress { Event = WorkEvent.Evaluating });
        var data = Datasets.Read(order.Spec.Data, order.Files);
        var model = OwnModels.Build(order.Spec, data.Train.Size);
        var saved = new SavedRun(order.Trained!);
        saved.Restore(model);

        var curve = saved.Curve(order.Spec);
        var result = Evaluate(order.Spec, model, data, curve, Parents.CodesToCompare(order, data));
        var folder = new RunFolder(order.Output);
        foreach (var (name, bytes) in saved.Trained)
            folder.Write(name, bytes);
        var record = Record(order, result, folder);
        var here = Machine.Describe(0, total.Elapsed.TotalSeconds);
        var evaluated = new EvaluationEnvironment(here.Cpu, here.Os, here.Runtime, here.TorchSharp, here.TotalSeconds);
        var (rehearsal, adopted) = (saved.Record.Rehearsal, saved.Record.Adopted);
        folder.Finish(
            saved.Environment with
            {
                Evaluated = evaluated,
            },
            record with
            {
                Rehearsal = rehearsal,
                Adopted = adopted,
            }
        );
    }

    private static void Rehearse(WorkOrder order, Action<WorkProgress> tell)
    {
        tell(new WorkProgress { Event = WorkEvent.Started });
        var record = Rehearser.Rehearse(order, Datasets.Read(order.Spec.Data, order.Files));
        File.WriteAllText(Path.Combine(order.Output, RehearsalRecord.File), ContractJson.Pretty(record));
    }

    private static RunRecord Record(WorkOrder order, RunResult result, RunFolder folder)
    {
        foreach (var (path, bytes) in Probes.Record(OwnModels.Probed(order.Spec, result.Model.Autoencoder), result))
            folder.Write(path, bytes);
        return new RunRecord
        {
            Run = order.Run,
            Keys = order.Keys,
            Inputs = order.Inputs,
            Spec = order.Spec,
            Metrics = Checks.Metrics(MetricsOf(order.Spec, result)),
            Layers = result.Model.Records(),
            Artifacts = folder.Artifacts,
        };
    }

    /// <summary>Ours and the report's own, sorted.</summary>
    internal static SortedDictionary<string, double> MetricsOf(ExperimentSpec spec, RunResult result) =>
        new(
            Metrics.Of(spec, result).Concat(OwnMetrics.Of(spec, result)).ToDictionary(m => m.Key, m => m.Value),
            StringComparer.Ordinal
        );

    internal static RunResult Evaluate(
        ExperimentSpec spec,
        Model model,
        Dataset data,
        IReadOnlyList<EpochRecord> curve,
        float[]? against
    )
    {
        var evaluator = new Evaluator(spec, model);
        var test = evaluator.Evaluate(data.Test, "test");
        var size = model.Autoencoder.CodeSize;
        return new RunResult
        {
            Model = model,
            Data = data,
            Curve = curve,
            Train = evaluator.Evaluate(data.Train, "train"),
            Test = test,
            Against = against,
            Plane = size > 2 ? PrincipalComponents.Of(test.Codes, size, 2) : null,
        };
    }
}
