using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Tests.Content;
using Xunit;

namespace Recto.Tests.Planning;

public static class PlannerTests
{
    [Fact]
    public static void A_plan_has_one_run_for_each_experiment_in_order()
    {
        using var report = Report();
        var plan = Planner.Plan(report.Read()!, demo: false, report.Bag);
        Assert.Equal("", report.Mistakes);
        Assert.Equal(["z mnist 100", "a mnist 2"], plan.Runs.Select(Words));
        Assert.All(plan.Runs, r => Assert.Same(r.Experiment.Spec, r.Spec));
        Assert.All(plan.Runs, r => Assert.Equal(r.Spec.Data.Digest, r.Data.Digest));
    }

    [Fact]
    public static void A_demo_rehearses_every_run_on_drawn_digits()
    {
        using var report = Report();
        var plan = Planner.Plan(report.Read()!, demo: true, report.Bag);
        Assert.Equal(["z strokes 3", "a strokes 2"], plan.Runs.Select(Words));
        Assert.All(plan.Runs, r => Assert.Equal(DataKind.Strokes, r.Data.Kind));
        Assert.All(plan.Runs, r => Assert.Equal(r.Experiment.Spec.Batch, r.Spec.Batch));
    }

    [Fact]
    public static void A_run_comes_after_those_it_names_and_else_as_declared()
    {
        using var report = new TinyReport();
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            """
            ---
            title: 题
            experiments:
              last: { from: a, after: middle }
              other: { from: a, seed: 2 }
              middle: { from: a, after: a, against: b }
              b: { from: a, seed: 3 }
              a: { model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }, data: mnist, epochs: 2 }
            ---
            # 题 {#top}
            """
        );
        var plan = Planner.Plan(report.Read()!, demo: false, report.Bag);
        Assert.Equal("", report.Mistakes);
        Assert.Equal(["a", "b", "middle", "last", "other"], plan.Runs.Select(r => r.Id));
        Assert.Equal(["a", "b"], plan.Runs[2].Needs);
    }

    [Theory]
    [InlineData("seeds: 3", "", "a 7, a.2 8, a.3 9, b 1 after a")]
    [InlineData("seeds: 3", "seeds: 3", "a 7, a.2 8, a.3 9, b 1 after a, b.2 2 after a.2, b.3 3 after a.3")]
    [InlineData("seeds: 3", "seeds: 2", "a 7, a.2 8, a.3 9, b 1 after a, b.2 2 after a.2")]
    [InlineData("seeds: 1", "seeds: 2", "a 7, b 1 after a, b.2 2 after a")]
    public static void Each_seed_starts_from_the_same_one_of_its_parent_or_from_the_only_one(
        string parent,
        string child,
        string runs
    )
    {
        using var report = Seeded(parent, child, "after");
        Assert.Equal(runs, Seeds(report, demo: false));
    }

    [Fact]
    public static void What_a_seed_is_compared_with_has_the_same_seed()
    {
        using var report = Seeded("seeds: 2", "seeds: 2", "against");
        Assert.Equal("a 7, a.2 8, b 1 against a, b.2 2 against a.2", Seeds(report, demo: false));
    }

    [Fact]
    public static void A_demo_is_content_with_two_seeds()
    {
        using var report = Seeded("seeds: 5", "seeds: 5", "after");
        Assert.Equal("a 7, a.2 8, b 1 after a, b.2 2 after a.2", Seeds(report, demo: true));
    }

    [Fact]
    public static void An_experiment_inherits_how_often_it_is_run()
    {
        using var report = Seeded("seeds: 2", "from: a", "against");
        Assert.Equal("a 7, a.2 8, b 1 against a, b.2 2 against a.2", Seeds(report, demo: false));
    }

    /// <summary>Two experiments, the second one after the first.</summary>
    private static TinyReport Seeded(string parent, string child, string key)
    {
        const string Model = "model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }";
        var report = new TinyReport();
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            $$"""
            ---
            title: 题
            experiments:
              b: { {{Model}}, data: mnist, epochs: 5, seed: 1, {{key}}: a, {{child}} }
              a: { {{Model}}, data: mnist, epochs: 5, seed: 7, {{parent}} }
            ---
            # 题 {#top}
            """.Replace(", }", " }", StringComparison.Ordinal)
        );
        return report;
    }

    private static string Seeds(TinyReport report, bool demo)
    {
        var plan = Planner.Plan(report.Read()!, demo, report.Bag);
        Assert.Equal("", report.Mistakes);
        return string.Join(", ", plan.Runs.Select(Words));

        static string Words(PlannedRun run) =>
            $"{run.Id} {run.Spec.Seed}"
            + (run.Spec.After is { } after ? $" after {after}" : "")
            + (run.Spec.Against is { } against ? $" against {against}" : "");
    }

    [Fact]
    public static void A_demo_keeps_every_stage_and_hurries_through_it()
    {
        using var report = new TinyReport();
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            """
            ---
            title: 题
            experiments:
              a:
                model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
                data: mnist
                epochs: 20
                greedy: { epochs: 20 }
                optimizer: { kind: adam, schedule: [{ epoch: 10, rate: 0.0005 }] }
            ---
            # 题 {#top}
            """
        );
        var spec = Assert.Single(Planner.Plan(report.Read()!, demo: true, report.Bag).Runs).Spec;
        Assert.Equal("", report.Mistakes);
        Assert.Equal((3, 3), (spec.Epochs, spec.Greedy!.Epochs));
        Assert.Equal([new RateStep(2, 0.0005)], spec.Optimizer!.Schedule!);
    }

    [Fact]
    public static void A_demo_needs_drawn_digits()
    {
        using var report = Report();
        var book = report.Read()!;
        var bare = book with { Report = book.Report with { Data = [book.Report.Data[0]] } };
        Planner.Plan(bare, demo: true, report.Bag);
        Assert.StartsWith(
            "content/report.yml(1,1): error demo-data-missing:",
            report.Mistakes,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void Runs_whose_time_a_claim_is_about_are_made_alone_and_figures_and_pages_name_what_they_show()
    {
        using var report = new TinyReport();
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            """
            ---
            title: 题
            experiments:
              a: { model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }, data: mnist, epochs: 2 }
              b: { from: a, seed: 2 }
              c: { from: a, seed: 3 }
            claims:
              slow: { holds: a.time.train / a.spec.epochs > 2 * b.time.train, expected: reproduced, text: { zh: 慢 } }
              same: { holds: a.test.mse > c.test.mse, expected: reproduced, text: { zh: 同 } }
            ---
            # 题 {#top}

            ![线](figure:curves "线"){#fig-a runs="b" metric=loss}
            """
        );
        var plan = Planner.Plan(report.Read()!, demo: false, report.Bag);
        Assert.Equal("", report.Mistakes);
        Assert.Equal(["a", "b"], plan.Runs.Where(r => r.IsTimed).Select(r => r.Id));
        Assert.Equal(["fig-a b"], plan.Figures.Select(f => $"{f.Id} {string.Join(' ', f.Runs)}"));
        var page = plan.Pages.Single(p => p.Path.StartsWith("zh/", StringComparison.Ordinal));
        Assert.Equal("report.zh.pdf: a b c", $"{page.Pdf}: {string.Join(' ', page.Runs.Order())}");
        Assert.DoesNotContain(Planner.Plan(report.Read()!, demo: true, report.Bag).Runs, r => r.IsTimed);
    }

    private static TinyReport Report()
    {
        var report = new TinyReport();
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            """
            ---
            title: 题
            experiments:
              z: { from: a, epochs: 100, batch: 32 }
              a: { model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }, data: mnist, epochs: 2 }
            ---
            # 题 {#top}
            """
        );
        return report;
    }

    private static string Words(PlannedRun run) => $"{run.Id} {run.Data.Name} {run.Spec.Epochs}";
}
