using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Figures;

public static class SweepFigureTests
{
    private static readonly Place Here = new("content/31/zh.md", 7, 1);

    private static readonly Sweep Width = Sweep("width", ["code"], ["2"], ["16"], ["256"]);
    private static readonly Sweep Both = Sweep(
        "both",
        ["code", "act"],
        ["2", "relu"],
        ["2", "tanh"],
        ["16", "relu"],
        ["16", "tanh"]
    );

    [Fact]
    public static void The_values_that_were_tried_are_marked_and_each_run_is_a_dot()
    {
        using var samples = new Samples();
        var figure = Draw(samples, [Width], [0.3, 0.2, 0.1], ("log", "x"));
        Assert.Equal(["2", "16", "256"], Svg.Texts(figure.Svg).Where(t => t.All(char.IsDigit)));
        Assert.Contains("测试集均方误差", Svg.Texts(figure.Svg));
        Assert.Contains("code", Svg.Texts(figure.Svg));
        Assert.Empty(figure.Legend);
        Assert.Equal(["width_2/run.json", "width_16/run.json", "width_256/run.json"], figure.Data);
    }

    [Fact]
    public static void Values_too_close_for_their_labels_keep_the_first()
    {
        using var samples = new Samples();
        var figure = Draw(samples, [Width], [0.3, 0.2, 0.1]);
        Assert.Equal(["2", "16", "256"], Svg.Texts(figure.Svg).Where(t => t.All(char.IsDigit)));
        var crowded = Draw(samples, [Sweep("w", ["code"], ["1"], ["2"], ["1000"])], [0.3, 0.2, 0.1]);
        Assert.Equal(["1", "1000"], Svg.Texts(crowded.Svg).Where(t => t.All(char.IsDigit)));
    }

    [Fact]
    public static void The_other_key_and_other_sweeps_are_lines_of_their_own()
    {
        using var samples = new Samples();
        Assert.Equal(
            [new LegendEntry("relu", "c0", ""), new LegendEntry("tanh", "c1", "")],
            Draw(samples, [Both], [0.4, 0.3, 0.2, 0.1]).Legend
        );
        Assert.Equal(
            ["width", "both · relu", "both · tanh"],
            Draw(samples, [Width, Both], [0.3, 0.2, 0.1, 0.4, 0.3, 0.2, 0.1]).Legend.Select(e => e.Label)
        );
    }

    [Fact]
    public static void Of_several_seeds_the_mean_is_drawn_in_a_band()
    {
        using var samples = new Samples();
        var runs = Runs(samples, [Width], [0.3, 0.2, 0.1]);
        var further = runs.Select(r => Measured(samples, $"{r.Id}.2", r.Record.Metrics["test.mse"] + 0.1));
        var figure = Draw([Width], [.. runs, .. further], []);
        Assert.Equal([new LegendEntry("2 个种子的范围，线为均值", "", LegendEntry.Area)], figure.Legend);
        Assert.Single(Svg.All(figure.Svg, "path"), p => p.Attribute("fill-opacity")?.Value == Ink.Faint);
    }

    [Theory]
    [InlineData(0.02, 0.6, "0.02 0.05 0.1 0.2 0.5 1")]
    [InlineData(0.05, 0.09, "0.05 0.06 0.08 0.1")]
    [InlineData(1e-6, 1e6, "1e−6 0.001 1 1000 1e6")]
    public static void A_logarithmic_axis_is_marked_at_round_values(double low, double high, string marks) =>
        Assert.Equal(marks, string.Join(' ', Axis.Around(low, high, 6, isLog: true).Marks.Select(m => m.Label)));

    [Fact]
    public static void Nought_has_no_place_on_a_logarithmic_axis()
    {
        using var samples = new Samples();
        var request = Request([Width], ("log", "y"));
        Assert.Equal(
            "content/31/zh.md(7,1): error axis-not-positive: a logarithmic y axis has no place for test.mse = 0; leave out log=y",
            Samples.Complaints(Samples.Book(request), Samples.Set(Runs(samples, [Width], [0.3, 0.2, 0])))
        );
    }

    private static Sweep Sweep(string id, string[] keys, params string[][] values) =>
        new(id, keys, [.. values.Select(v => new SweepMember($"{id}_{string.Join('_', v)}", v))], Here);

    private static FigureRequest Request(IReadOnlyList<Sweep> sweeps, params (string, string)[] options) =>
        Samples.Request(
            "fig",
            "sweep",
            string.Join(' ', sweeps.SelectMany(s => s.Members).Select(m => m.Run)),
            options
        ) with
        {
            Sweeps = sweeps,
        };

    private static List<Run> Runs(Samples samples, IReadOnlyList<Sweep> sweeps, IReadOnlyList<double> values) =>
        [.. sweeps.SelectMany(s => s.Members).Zip(values, (m, v) => Measured(samples, m.Run, v))];

    private static Run Measured(Samples samples, string id, double mse)
    {
        var run = samples.Run(id);
        var metrics = new Dictionary<string, double> { ["test.mse"] = mse };
        return run with { Record = run.Record with { Metrics = metrics } };
    }

    private static Figure Draw(
        Samples samples,
        IReadOnlyList<Sweep> sweeps,
        IReadOnlyList<double> values,
        params (string, string)[] options
    ) => Draw(sweeps, Runs(samples, sweeps, values), options);

    private static Figure Draw(IReadOnlyList<Sweep> sweeps, IReadOnlyList<Run> runs, (string, string)[] options) =>
        Samples.Draw(Samples.Book(Request(sweeps, options)), Samples.Set(runs)).Figures[0];
}
