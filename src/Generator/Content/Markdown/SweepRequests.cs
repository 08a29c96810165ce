using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Markdown;

/// <summary>What a figure says of sweeps, checked: they are there, and have the keys and metrics that it names.</summary>
internal static class SweepRequests
{
    public static IReadOnlyList<Sweep> Of(IReadOnlyList<Located<string>> named, BodyText body) =>
        [.. named.Select(n => body.Declared.Sweeps.GetValueOrDefault(n.Value)).OfType<Sweep>()];

    public static void Check(
        FigureKind kind,
        IReadOnlyList<Located<string>> named,
        Attributes attributes,
        BodyText body
    )
    {
        foreach (var run in named.Where(n => body.Declared.Experiments.ContainsKey(n.Value)))
        {
            body.Bag.Add(Errors.SweepExpected(run, kind.Name, body.Declared.Sweeps.Keys));
        }

        var over = attributes.Located(FigureKinds.Over);
        var isLog = attributes.Words(FigureKinds.Log).Any(w => w.Value == "x");
        foreach (var name in named)
        {
            if (body.Declared.Sweeps.TryGetValue(name.Value, out var sweep))
            {
                CheckAxis(sweep, over ?? name with { Value = sweep.Keys[0] }, isLog, body.Bag);
                attributes.Words(FigureKinds.Metric).ToList().ForEach(metric => CheckMetric(metric, sweep, body));
            }
        }
    }

    private static void CheckAxis(Sweep sweep, Located<string> over, bool isLog, DiagnosticBag bag)
    {
        var key = sweep.Keys.ToList().IndexOf(over.Value);
        if (key < 0)
        {
            bag.Add(Errors.SweepKeyUnknown(over.Place, over.Value, sweep.Id, sweep.Keys));
            return;
        }

        var values = sweep.Members.Select(m => m.Values[key]).ToList();
        if (values.Find(v => YamlNumbers.Number(v) is null) is { } word)
        {
            bag.Add(Errors.SweepNotNumeric(over.Place, sweep.Id, over.Value, word));
        }
        else if (isLog && values.Find(v => YamlNumbers.Number(v) <= 0) is { } nought)
        {
            bag.Add(Errors.AxisNotPositive(over.Place, "x", nought));
        }
    }

    private static void CheckMetric(Located<string> metric, Sweep sweep, BodyText body)
    {
        var without = sweep
            .Members.Select(m => body.Declared.Experiments.GetValueOrDefault(m.Run))
            .OfType<Experiment>()
            .FirstOrDefault(e => !MetricCatalog.Of(e.Spec).Contains(metric.Value));
        if (without is not null)
        {
            body.Bag.Add(Errors.MetricUnknown(metric, without.Id, MetricCatalog.Of(without.Spec)));
        }
    }
}
