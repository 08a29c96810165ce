using System.Globalization;

namespace Recto.Experiments.Contract;

/// <summary>Everything that must hold in a spec before it can be trained; asked by the generator and by the worker.</summary>
public static class SpecChecks
{
    /// <param name="pixels">Of an image of the data set.</param>
    public static IReadOnlyList<SpecProblem> Of(ExperimentSpec spec, int pixels)
    {
        var model = ModelChecks.Of(spec.Model, pixels).ToList();
        return
        [
            .. model,
            .. Training(spec),
            .. Rates(spec.Optimizer),
            .. Noise(spec.Noise, "noise"),
            .. Noise(spec.Greedy?.Noise, "greedy.noise"),
            .. TargetAndLoss(spec),
            .. Greedy(spec),
            // Which probes there are depends on the model
            .. model.Count > 0 ? [] : Probes(spec),
        ];
    }

    /// <summary>Can a run start from that other run's weights?</summary>
    public static SpecProblem? After(ExperimentSpec spec, ExperimentSpec parent) =>
        ContractJson.Canonical(spec.Model) == ContractJson.Canonical(parent.Model)
            ? null
            : new(
                "parent-mismatched",
                "after",
                $"'{spec.After}' has another model, so its weights do not fit; 'from: {spec.After}' would inherit it."
            );

    /// <summary>Can a run's codes be compared with that other run's?</summary>
    public static SpecProblem? Against(ExperimentSpec spec, ExperimentSpec other)
    {
        var (own, others) = (Shapes.Code(spec.Model), Shapes.Code(other.Model));
        if (spec.Data != other.Data)
            return new("codes-incomparable", "against", $"'{spec.Against}' was made with other data.");
        return own.SequenceEqual(others)
            ? null
            : new(
                "codes-incomparable",
                "against",
                $"Codes of '{spec.Against}' are {Shapes.Text(others)}, and these {Shapes.Text(own)}."
            );
    }

    private static IEnumerable<SpecProblem> Training(ExperimentSpec spec)
    {
        if (spec.Model.Kind is ModelKind.Pca)
        {
            if (spec is not { Epochs: 0, Batch: 0, Optimizer: null, Noise: null, After: null, Head: null })
                yield return new(
                    "training-needless",
                    "model.kind",
                    "Principal components have a closed form: no epochs, batch, optimizer, noise, head or 'after'."
                );
            yield break;
        }
        if (spec.Epochs < 1)
            yield return new("epochs-invalid", "epochs", "A run has one epoch or more.");
        if (spec.Batch < 1)
            yield return new("batch-invalid", "batch", "A batch has one image or more.");
        if (spec.Optimizer is null)
            yield return new("member-missing", "optimizer", "A run that is trained needs an optimizer.");
    }

    private static IEnumerable<SpecProblem> Rates(OptimizerSpec? optimizer)
    {
        if (optimizer is null)
            yield break;
        if (!IsRate(optimizer.Rate))
            yield return Rate("optimizer.rate", optimizer.Rate);
        if (optimizer is not { Beta1: >= 0 and < 1, Beta2: >= 0 and < 1, Epsilon: > 0 })
            yield return new(
                "optimizer-invalid",
                "optimizer",
                "Adam needs beta1 and beta2 in [0, 1), epsilon above 0."
            );
        var epoch = 1;
        foreach (var (i, step) in (optimizer.Schedule ?? []).Index())
        {
            if (!IsRate(step.Rate))
                yield return Rate($"optimizer.schedule[{i}].rate", step.Rate);
            if (step.Epoch <= epoch)
                yield return new(
                    "schedule-unordered",
                    $"optimizer.schedule[{i}].epoch",
                    $"Expected an epoch after {Number(epoch)}, found {Number(step.Epoch)}."
                );
            epoch = Math.Max(epoch, step.Epoch);
        }

        static bool IsRate(double rate) => rate > 0 && double.IsFinite(rate);
        static SpecProblem Rate(string path, double rate) =>
            new("rate-invalid", path, $"A learning rate is above 0, and this is {Number(rate)}.");
    }

    private static IEnumerable<SpecProblem> Noise(NoiseSpec? noise, string path)
    {
        if (noise is { Kind: NoiseKind.Masking, Amount: not (> 0 and <= 1) })
            yield return new("noise-invalid", $"{path}.amount", "A pixel is zeroed with a probability in (0, 1].");
        if (noise is { Kind: NoiseKind.Gaussian } && !(noise.Amount > 0 && double.IsFinite(noise.Amount)))
            yield return new("noise-invalid", $"{path}.amount", "A standard deviation is above 0.");
    }

    private static IEnumerable<SpecProblem> TargetAndLoss(ExperimentSpec spec)
    {
        var isSupervised = spec.Target is Target.Labels;
        if (isSupervised && spec.Head is null)
            yield return new("head-missing", "target", "Labels are the target of a head, and there is no 'head'.");
        if (!isSupervised && spec.Head is not null)
            yield return new("target-unfit", "target", "A head is trained on labels: expected 'target: labels'.");
        if (spec.Head is { Classes: < 2 or > 256 })
            yield return new("classes-invalid", "head.classes", "Labels are told apart in 2 to 256 classes.");
        if ((spec.Model.Kind is ModelKind.Pca || MetricCatalog.IsVariational(spec.Model)) && spec.Head is not null)
            yield return new(
                "head-unfit",
                "head",
                $"A model of kind '{spec.Model.Class ?? Words.Of(spec.Model.Kind)}' takes no head."
            );
        if (isSupervised && spec.Loss is Loss.Bce)
            yield return new("loss-unfit", "loss", "A softmax over classes takes 'mse' or 'cce', not 'bce'.");
        if (!isSupervised && spec.Loss is Loss.Cce)
            yield return new("loss-unfit", "loss", "'cce' compares classes; images take 'mse' or 'bce'.");
        // What a class of the report's own ends in is not known before it is built
        var isKnown = spec.Model.Kind is not ModelKind.Own || spec.Model.Output is not null;
        var output = Shapes.OutputActivation(spec.Model);
        if (!isSupervised && spec.Loss is Loss.Bce && isKnown && output is not Activation.Sigmoid)
            yield return new("loss-unfit", "loss", "'bce' takes outputs in (0, 1), so the output must be 'sigmoid'.");
    }

    private static IEnumerable<SpecProblem> Greedy(ExperimentSpec spec)
    {
        if (spec.Greedy is null)
            yield break;
        if (spec.Model.Kind is not ModelKind.Dense || spec.Model.Tied is true)
            yield return new("greedy-unfit", "greedy", "Layers are trained one by one in an untied dense model only.");
        if (spec.After is not null)
            yield return new("greedy-unfit", "greedy", "A run that starts from another is not trained layer by layer.");
        if (spec.Greedy.Epochs < 1)
            yield return new("epochs-invalid", "greedy.epochs", "Each layer is trained for one epoch or more.");
    }

    private static IEnumerable<SpecProblem> Probes(ExperimentSpec spec)
    {
        var known = MetricCatalog.Probes(spec.Model);
        return spec
            .Probes.Index()
            .Where(p => !known.Contains(p.Item))
            .Select(p => new SpecProblem(
                "probe-unfit",
                $"probes[{p.Index}]",
                $"There is no probe '{p.Item}' here; known are {string.Join(", ", known)}."
            ));
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
