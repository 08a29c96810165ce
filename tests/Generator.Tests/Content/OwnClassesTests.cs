using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Content;

/// <summary>What a report brings along in C# can be named by its chapters: the parameters of a model class's <c>Build</c> are what front matter may say to it.</summary>
public static class OwnClassesTests
{
    private const string Class = """
        public static class TwoPaths
        {
            public static Network Build(
                IReadOnlyList<int> layers,
                Activation activation,
                Activation output = Activation.Sigmoid,
                int pathCount = 2,
                double share = -0.5,
                bool isTied = false
            ) => null!;
        }

        """;

    [Fact]
    public static void Its_keys_are_read_off_the_method_with_their_defaults()
    {
        var spec = Spec("kind: two_paths, layers: [784, 16, 2], activation: tanh, is_tied: true");
        Assert.Equal(ModelKind.Own, spec.Model.Kind);
        Assert.Equal("two_paths", spec.Model.Class);
        Assert.Equal([784, 16, 2], spec.Model.Layers);
        Assert.Equal((Activation.Tanh, Activation.Sigmoid), (spec.Model.Activation!.Value, spec.Model.Output!.Value));
        Assert.Equal(Initializer.GlorotUniform, spec.Model.Init);
        Assert.Equal(
            [("is_tied", 1), ("path_count", 2), ("share", -0.5)],
            spec.Model.Settings!.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value))
        );
        Assert.Equal(["codes", "filters", "reconstructions"], spec.Probes);
        Assert.Equal(["loss"], MetricCatalog.Parts(spec));
    }

    [Fact]
    public static void A_variational_one_is_measured_like_any_other()
    {
        var spec = Spec("kind: two_paths, layers: [784, 2], activation: tanh, variational: true");
        Assert.Equal(["loss", "reconstruction", "kl"], MetricCatalog.Parts(spec));
        Assert.Equal(["codes", "filters", "manifold", "reconstructions"], spec.Probes);
    }

    [Theory]
    [InlineData(
        "kind: two_path, layers: [784, 2], activation: tanh",
        "value-unknown: kind of model cannot be 'two_path'; did you mean 'two_paths'?"
    )]
    [InlineData(
        "kind: two_paths, layers: [784, 2], activation: tanh, pathcount: 3",
        "key-unknown: model has no key 'pathcount'; did you mean 'path_count'?"
    )]
    [InlineData("kind: two_paths, layers: [784, 2]", "key-missing: model needs the key 'activation': ")]
    [InlineData(
        "kind: two_paths, layers: [784, 2], activation: tanh, share: much",
        "value-wrong: share must be a number, not 'much'"
    )]
    [InlineData(
        "kind: two_paths, layers: [784, 2], activation: tanh, path_count: 0.5",
        "value-wrong: path_count must be a whole number, not '0.5'"
    )]
    [InlineData(
        "kind: two_paths, layers: [780, 2], activation: tanh",
        "layers-mismatched: the first layer takes 780 values, and the images have 784"
    )]
    public static void What_is_said_to_it_is_held_against_them(string model, string mistake) =>
        Assert.Contains($": error {mistake}", Mistakes(model, Class), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "public static Network Build(",
        "static Network Build(",
        "src/Models/TwoPaths.cs(1,1): error own-class-wrong: expected 'public static class TwoPaths' with 'public static Network Build(IReadOnlyList<int> layers, …)'\n"
    )]
    [InlineData(
        "class TwoPaths",
        "class OnePath",
        "src/Models/TwoPaths.cs(1,1): error own-class-wrong: expected 'public static class TwoPaths' with 'public static Network Build(IReadOnlyList<int> layers, …)'\n"
    )]
    [InlineData(
        "IReadOnlyList<int> layers",
        "IReadOnlyList<int> sizes",
        "src/Models/TwoPaths.cs(3,27): error own-class-wrong: expected 'public static class TwoPaths' with 'public static Network Build(IReadOnlyList<int> layers, …)'\n"
    )]
    [InlineData(
        "int pathCount = 2",
        "string pathCount = \"2\"",
        "src/Models/TwoPaths.cs(7,9): error own-parameter-unfit: front matter cannot give 'string pathCount = \"2\"'; "
    )]
    [InlineData(
        "int pathCount = 2",
        "int pathCount = Two",
        "src/Models/TwoPaths.cs(7,9): error own-parameter-unfit: front matter cannot give 'int pathCount = Two'; "
    )]
    public static void A_class_that_front_matter_cannot_call_is_told_so(string right, string wrong, string mistake) =>
        Assert.Contains(
            mistake,
            Mistakes(
                "kind: two_paths, layers: [784, 2], activation: tanh",
                Class.Replace(right, wrong, StringComparison.Ordinal)
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "figure:last_step \"Caption\"){#fig-a runs=a}",
        "figure-kind-unknown: there is no kind of figure 'last_step'; did you mean 'last_steps'?"
    )]
    [InlineData(
        "figure:last_steps \"Caption\"){#fig-a runs=a metric=test.mes}",
        "metric-unknown: the run 'a' has no metric 'test.mes'; did you mean 'test.mse'?"
    )]
    [InlineData("figure:last_steps \"Caption\"){#fig-a runs=a metric=\"test.mse loss\"}", "")]
    public static void Figures_of_its_own_are_kinds_that_take_metrics_and_curves(string figure, string mistake)
    {
        using var report = new TinyReport();
        report.Write("src/Figures/LastSteps.cs", "");
        report.Write($"{TinyReport.Chapter}zh.md", $"{TinyReport.Head}![Alt]({figure}\n");
        report.Read();
        Assert.Contains(mistake, report.Mistakes, StringComparison.Ordinal);
        Assert.Equal(mistake.Length == 0, report.Mistakes.Length == 0);
    }

    [Theory]
    [InlineData("src/Models/Dense.cs", "dense")]
    [InlineData("src/Figures/Curves.cs", "curves")]
    public static void Names_that_Recto_has_itself_are_taken(string file, string name)
    {
        using var report = new TinyReport();
        report.Write(file, "");
        report.Read();
        Assert.Equal(
            $"{file}(1,1): error own-name-taken: Recto has a '{name}' itself; give the class and its file another name\n",
            report.Mistakes
        );
    }

    private static ExperimentSpec Spec(string model)
    {
        using var report = With(model, Class);
        var book = report.Read();
        Assert.Equal("", report.Mistakes);
        return book!.Experiments["a"].Spec;
    }

    private static string Mistakes(string model, string code)
    {
        using var report = With(model, code);
        report.Read();
        return report.Mistakes;
    }

    private static TinyReport With(string model, string code)
    {
        var report = new TinyReport();
        report.Write("src/Models/TwoPaths.cs", code);
        report.Write(
            $"{TinyReport.Chapter}zh.md",
            TinyReport.Head.Replace(
                "kind: dense, layers: [784, 2], activation: tanh, output: tanh",
                model,
                StringComparison.Ordinal
            )
        );
        return report;
    }
}
