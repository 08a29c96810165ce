using Recto.Content.Declarations;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Markdown;

/// <summary>A fenced block <c>metrics</c> → <see cref="MetricsBlock"/>.</summary>
internal static class MetricsReader
{
    private static readonly TextShape Format = new(
        @"integer|(fixed|percent|scientific|times) 1?\d",
        "integer, or fixed, percent, scientific or times with a count of digits, such as fixed 4"
    );

    private static readonly MapShape Column = new([
        new("metric", new TextShape(), Required: true),
        new("format", Format, Required: true),
        new("title", new TextShape()),
        new("optional", new FlagShape()),
    ]);

    private static readonly MapShape Table = new([
        new("caption", new TextShape(), Required: true),
        new("runs", new ListShape(new TextShape(), 1), Required: true),
        new("columns", new ListShape(Column, 1), Required: true),
    ]);

    /// <summary>Null where the table is not right.</summary>
    public static MetricsBlock? Read(Fence fence)
    {
        fence.Attributes.Check([Slots.Attribute], fence.Body.Bag);
        var id = fence.Id();
        if (fence.Yaml() is not { } yaml || ShapeReader.Read(yaml, Table, "the table", fence.Body.Bag) is not { } table)
        {
            return null;
        }

        var runs = table.Texts("runs");
        var columns = table.List("columns").Cast<YamlMap>().Select(c => ColumnOf(c)).ToList();
        CheckMetrics(runs, columns, fence.Body.Declared, fence.Body.Bag);
        return new MetricsBlock
        {
            Id = id,
            Caption = fence.Caption(table.Located("caption")),
            Runs = runs,
            Columns = columns,
            Slot = fence.Attributes.Find(Slots.Attribute),
        };
    }

    private static MetricsColumn ColumnOf(YamlMap map) =>
        new(map.Located("metric"), map.Text("format"), map.TextOrNull("title"), map.Flag("optional"));

    /// <summary>An optional metric is one of at least one run, so that no misspelt name gives a column of dashes.</summary>
    private static void CheckMetrics(
        IReadOnlyList<Located<string>> runs,
        IReadOnlyList<MetricsColumn> columns,
        Declared declared,
        DiagnosticBag bag
    )
    {
        var experiments = runs.Select(r => declared.Run(r, bag)).OfType<Experiment>().ToList();
        foreach (var column in columns)
        {
            var without = experiments.Where(e => !MetricsOf(e).Contains(column.Metric.Value)).ToList();
            if (without.Count == experiments.Count)
            {
                without.ForEach(e => bag.Add(Errors.MetricUnknown(column.Metric, e.Id, MetricsOf(e))));
            }
            else if (!column.IsOptional)
            {
                without.ForEach(e => bag.Add(Errors.MetricPartial(column.Metric, e.Id)));
            }
        }
    }

    private static IReadOnlyList<string> MetricsOf(Experiment experiment) =>
        [.. MetricCatalog.Of(experiment.Spec), MetricsColumn.TrainSeconds];
}
