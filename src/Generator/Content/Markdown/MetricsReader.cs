using Recto.Content.Declarations;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Markdown;

/// <summary>A fenced block <c>metrics</c> → <see cref="MetricsBlock"/>.</summary>
internal static class MetricsReader
{
    private static readonly MapShape Column = new([
        new("metric", new TextShape(), Required: true),
        new("format", Formats.Shape, Required: true),
        new("title", new TextShape()),
        new("optional", new FlagShape()),
        new("best", Choices.Of<Best>()),
    ]);

    /// <summary>In place of a list of runs.</summary>
    private const string All = "all";

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
        var yaml = fence.Yaml();
        var isOfAll = yaml is YamlMap written && written.Find("runs") is YamlScalar { Text: All };
        if (
            yaml is null
            || ShapeReader.Read(
                isOfAll ? OfAll((YamlMap)yaml, fence.Body.Declared) : yaml,
                Table,
                "the table",
                fence.Body.Bag
            )
                is not { } table
        )
        {
            return null;
        }

        var runs = fence.Body.Declared.Runs(table.Texts("runs"));
        var columns = table.List("columns").Cast<YamlMap>().Select(c => ColumnOf(c, isOfAll)).ToList();
        CheckMetrics(runs, columns, fence.Body.Declared, fence.Body.Bag);
        return new MetricsBlock
        {
            Id = id,
            Caption = fence.Caption(table.Located("caption")),
            Runs = runs,
            Columns = columns,
            OfAll = isOfAll,
            Slot = fence.Attributes.Find(Slots.Attribute),
        };
    }

    /// <summary>With the list of all runs, in the order of the report, in place of the word.</summary>
    private static YamlMap OfAll(YamlMap table, Declared declared) =>
        table with
        {
            Entries =
            [
                .. table.Entries.Select(e =>
                    e.Key.Value == "runs"
                        ? e with
                        {
                            Value = new YamlList(
                                [.. declared.Experiments.Keys.Select(id => new YamlScalar(id, false, e.Value.Place))],
                                e.Value.Place
                            ),
                        }
                        : e
                ),
            ],
        };

    private static MetricsColumn ColumnOf(YamlMap map, bool isOfAll) =>
        new(map.Located("metric"), map.Text("format"), map.TextOrNull("title"), isOfAll || map.Flag("optional"))
        {
            Best = map.ChoiceOrNull<Best>("best"),
        };

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
        [.. MetricCatalog.Of(experiment.Spec), .. MetricsColumn.Others];
}
