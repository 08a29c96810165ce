using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Content;

/// <summary>What the chapters of this very report declare is what the source ran, and what it only spoke of.</summary>
public static class SourceRunsTests
{
    private static readonly Book Report = Read();

    /// <summary>Model, activations, loss against target, epochs × batch, and what is special.</summary>
    public static TheoryData<string, string> Runs { get; } =
        new()
        {
            { "pca", "pca 784-2, mse to clean, 0×0" },
            { "ae_tanh", "dense 784-2 tanh/tanh/tanh, mse to clean, 100×64" },
            { "ae_relu", "dense 784-2 relu/relu/relu, mse to clean, 100×64" },
            { "ae_tied", "dense 784-2 tanh/tanh/tanh tied, mse to clean, 100×64" },
            { "ae_wide", "dense 784-256 sigmoid/sigmoid/sigmoid, mse to clean, 50×64" },
            { "dae_wide", "dense 784-256 sigmoid/sigmoid/sigmoid, mse to clean, 50×64, masking 0.3 anew" },
            { "sae", "dense 784-128-64-10-2 relu/linear/tanh, mse to clean, 20×64" },
            { "sdae_source", "dense 784-128-64-10-2 relu/linear/tanh, mse to input, 20×64, gaussian 0.5 once" },
            { "sdae", "dense 784-128-64-10-2 relu/linear/tanh, mse to clean, 20×64, gaussian 0.5 anew" },
            {
                "sdae_greedy",
                "dense 784-128-64-10-2 relu/linear/tanh, mse to clean, 20×64, gaussian 0.5 anew, greedy 20 masking 0.3 anew"
            },
            {
                "sdae_source_supervised",
                "dense 784-128-64-10-2 relu/linear/tanh, mse to labels, 20×32, gaussian 0.5 once, 10 on code after sdae_source"
            },
            {
                "sdae_supervised",
                "dense 784-128-64-10-2 relu/linear/tanh, mse to labels, 20×32, gaussian 0.5 anew, 10 on code after sdae"
            },
            {
                "sdae_greedy_supervised",
                "dense 784-128-64-10-2 relu/linear/tanh, mse to labels, 20×32, gaussian 0.5 anew, 10 on code after sdae_greedy"
            },
            { "cae", "conv c16k3 p2 c8k3 p2 | c8k3 u2 c16k3 u2 c1k3 sigmoid, bce to clean, 20×64" },
            {
                "cae_denoise",
                "conv c16k3 p2 c8k3 p2 | c8k3 u2 c16k3 u2 c1k3 sigmoid, bce to clean, 20×64, gaussian 0.5 anew"
            },
            {
                "cae_supervised",
                "conv c16k3 p2 c8k3 p2 | c8k3 u2 c16k3 u2 c1k3 sigmoid, mse to labels, 20×32, 10 on reconstruction after cae"
            },
            { "vae_bce", "vae 784-512-2 relu/sigmoid, bce to clean, 50×64" },
            { "vae_mse", "vae 784-512-2 relu/sigmoid, mse to clean, 50×64, against vae_bce" },
        };

    [Theory]
    [MemberData(nameof(Runs))]
    public static void A_run_is_what_the_source_ran(string run, string expected) =>
        Assert.Equal(expected, Words(Report.Experiments[run].Spec));

    [Fact]
    public static void There_are_no_others() =>
        Assert.Equal(Runs.Select(r => r.Data.Item1).Order(), Report.Experiments.Keys.Order());

    [Fact]
    public static void All_have_the_same_data_seed_initialiser_and_optimizer()
    {
        foreach (var spec in Report.Experiments.Values.Select(e => e.Spec))
        {
            Assert.Equal(("mnist", DataKind.Idx, 1), (spec.Data.Name, spec.Data.Kind, spec.Seed));
            Assert.Equal(MetricCatalog.Probes(spec.Model), spec.Probes);
            if (spec.Model.Kind != ModelKind.Pca)
            {
                Assert.Equal(Initializer.GlorotUniform, spec.Model.Init);
                Assert.Equal(
                    new OptimizerSpec
                    {
                        Kind = OptimizerKind.Adam,
                        Rate = 0.001,
                        Beta1 = 0.9,
                        Beta2 = 0.999,
                        Epsilon = 1e-7,
                    },
                    spec.Optimizer
                );
            }
        }
    }

    [Fact]
    public static void Whatever_they_measure_has_a_word_in_every_language()
    {
        foreach (var language in Report.Report.Languages)
        {
            var terms = TermsReader.Read(Path.Combine(Repository.Root, "templates"), language, new DiagnosticBag());
            var metrics = Report.Experiments.Values.SelectMany(e => MetricCatalog.Of(e.Spec)).Distinct();
            Assert.DoesNotContain(metrics, m => !terms.Words.ContainsKey($"metric.{m}"));
        }
    }

    private static Book Read()
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(new Workspace(Repository.Root, Repository.Root, "unused"), bag);
        Assert.Empty(bag.Sorted());
        return book!;
    }

    private static string Words(ExperimentSpec spec) =>
        Line(
            $"{Name(spec.Model.Kind)} {Model(spec.Model)}, {Name(spec.Loss)} to {Name(spec.Target)}, {spec.Epochs}×{spec.Batch}",
            spec.Noise is { } noise ? $", {Noise(noise)}" : "",
            spec.Greedy is { } greedy ? $", greedy {greedy.Epochs} {Noise(greedy.Noise!)}" : "",
            spec.Head is { } head ? $", {head.Classes} on {Name(head.On)}" : "",
            spec.After is { } parent ? $" after {parent}" : "",
            spec.Against is { } other ? $", against {other}" : ""
        );

    private static string Model(ModelSpec model) =>
        model.Kind switch
        {
            ModelKind.Conv =>
                $"{Layers(model.Encoder!)} | {Layers(model.Decoder!)} {Name(Shapes.OutputActivation(model)!.Value)}",
            ModelKind.Pca => string.Join('-', model.Layers!),
            _ => Line(
                $"{string.Join('-', model.Layers!)} ",
                string.Join(
                    '/',
                    new[] { model.Activation, model.Code, model.Output }.OfType<Activation>().Select(Name)
                ),
                model.Tied is true ? " tied" : ""
            ),
        };

    private static string Layers(IEnumerable<LayerSpec> layers) =>
        string.Join(
            ' ',
            layers.Select(l =>
                l.Kind switch
                {
                    LayerKind.Conv => $"c{l.Channels}k{l.Kernel}",
                    LayerKind.Pool => $"p{l.Size}",
                    _ => $"u{l.Size}",
                }
            )
        );

    private static string Noise(NoiseSpec noise) =>
        FormattableString.Invariant($"{Name(noise.Kind)} {noise.Amount} {Name(noise.Drawn)}");

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Line(params string[] parts) => string.Concat(parts);
}
