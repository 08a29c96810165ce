using Recto.Experiments.Contract;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Figures;

public static class NetworkFigureTests
{
    [Fact]
    public static void Shapes_activations_and_counts_are_those_of_the_layer_table() =>
        Assert.Equal(
            [
                "Input",
                "Code",
                "Output",
                "784",
                "2",
                "784",
                "relu",
                "relu",
                "1\u202f570 parameters",
                "2\u202f352 parameters",
                "3\u202f922 parameters in all",
            ],
            Svg.Texts(Draw(Samples.Autoencoder))
        );

    [Fact]
    public static void Layers_of_one_role_are_numbered()
    {
        var layers = Samples.Layers(
            "dense",
            ("input", [784], 0),
            ("encoder", [128], 1),
            ("encoder", [64], 2),
            ("code", [2], 3)
        );
        Assert.Equal(["Input", "Encoder 1", "Encoder 2", "Code"], Svg.Texts(Draw(layers)).Take(4));
    }

    [Fact]
    public static void Pictures_are_as_many_planes_as_channels_between_what_is_done_to_them()
    {
        var svg = Draw([
            new("input", "input", "input", [28, 28, 1], null, 0),
            new("encoder.1", "conv", "encoder", [28, 28, 16], "relu", 160),
            new("code", "pool", "code", [14, 14, 16], null, 0),
            new("decoder.1", "upsample", "decoder", [28, 28, 16], null, 0),
            new("output", "conv", "output", [28, 28, 1], "sigmoid", 145),
        ]);
        Assert.Equal(
            [
                .. new[] { "Input", "Encoder", "Code", "Decoder", "Output" },
                .. new[] { "28×28", "28×28", "14×14", "28×28", "28×28", "×1", "×16", "×16", "×16", "×1" },
                .. new[] { "relu", "sigmoid", "conv", "160", "max pool", "upsample", "conv", "145" },
                "305 parameters in all",
            ],
            Svg.Texts(svg)
        );
        var edges = Svg.All(svg, "path").Where(e => (string?)e.Attribute("stroke") == "var(--bg)").ToList();
        Assert.Equal([15, 15, 15], edges.Select(e => ((string)e.Attribute("d")!).Count(c => c == 'M')));
    }

    [Fact]
    public static void Names_that_do_not_fit_become_one_for_a_role()
    {
        int[] sides = [28, 28, 28, 14, 14, 7, 7, 14, 14, 28, 28, 28];
        var layers = Samples.Layers(
            "conv",
            [
                .. sides.Select(
                    (n, i) =>
                        (
                            i is 0 ? "input"
                            : i < 5 ? "encoder"
                            : i is 5 ? "code"
                            : i < 11 ? "decoder"
                            : "output",
                            new[] { n, n, 4 },
                            9L
                        )
                ),
            ]
        );
        Assert.Equal(["Input", "Encoder", "Code", "Decoder", "Output"], Svg.Texts(Draw(layers)).Take(5));
    }

    private static readonly IReadOnlyList<LayerRecord> Variational =
    [
        new("input", "input", "input", [784], null, 0),
        new("encoder.1", "dense", "encoder", [512], "relu", 401920),
        new("mean", "dense", "code", [2], null, 1026),
        new("log_variance", "dense", "code", [2], null, 1026),
        new("sample", "sample", "code", [2], null, 0),
        new("decoder.1", "dense", "decoder", [512], "relu", 1536),
        new("output", "dense", "output", [784], "sigmoid", 402192),
    ];

    [Theory]
    [InlineData(
        "all",
        "Input|Encoder|Log variance|Mean μ|Sample z|Decoder|Output|784|512|2|2|512|784|relu|ln σ²|μ + σε|relu|sigmoid"
            + "|401\u202f920|1\u202f026|1\u202f026|1\u202f536|402\u202f192|807\u202f700 parameters in all"
    )]
    [InlineData(
        "encoder",
        "Input|Encoder|Log variance|Mean μ|Sample z|784|512|2|2|relu|ln σ²|μ + σε"
            + "|401\u202f920 parameters|1\u202f026 parameters|1\u202f026 parameters|403\u202f972 parameters in all"
    )]
    [InlineData(
        "decoder",
        "Code|Decoder|Output|2|512|784|relu|sigmoid|1\u202f536 parameters|402\u202f192 parameters|403\u202f728 parameters in all"
    )]
    public static void A_variational_code_splits_and_can_be_shown_in_parts(string part, string expected) =>
        Assert.Equal(expected, string.Join('|', Svg.Texts(Draw(Variational, ("part", part)))));

    [Fact]
    public static void A_head_on_the_code_takes_the_decoders_place()
    {
        using var samples = new Samples();
        var run = samples.Run("ae", layers: [.. Samples.Autoencoder, new("head", "dense", "head", [10], null, 30)]);
        var spec = run.Record.Spec with { Head = new HeadSpec(HeadInput.Code, 10) };
        var texts = Svg.Texts(Draw(run with { Record = run.Record with { Spec = spec } })).ToList();
        Assert.Equal(["Input", "Code", "Classifier"], texts.Take(3));
        Assert.Contains("softmax", texts);
    }

    [Fact]
    public static void A_head_on_the_reconstruction_follows_it()
    {
        using var samples = new Samples();
        var run = samples.Run("ae", layers: [.. Samples.Autoencoder, new("head", "dense", "head", [10], null, 7850)]);
        var spec = run.Record.Spec with { Head = new HeadSpec(HeadInput.Reconstruction, 10) };
        var texts = Svg.Texts(Draw(run with { Record = run.Record with { Spec = spec } }));
        Assert.Equal(["Input", "Code", "Output", "Classifier"], texts.Take(4));
    }

    [Fact]
    public static void Deep_networks_stay_on_the_sheet_and_drop_what_a_phone_cannot_show()
    {
        int[] sizes = [784, 128, 64, 10, 2, 10, 64, 128, 784];
        var layers = Samples.Layers("dense", [.. sizes.Select((n, i) => (Role(i), new[] { n }, 1000L * i))]);
        var svg = Draw(layers);
        Assert.All(Svg.All(svg, "text"), e => Assert.InRange(Svg.Number(e, "x"), 40, 720));
        Assert.Contains("<text class=\"minor\" x=\"131\"", svg, StringComparison.Ordinal);
        Assert.Equal(
            "Input Encoder Code Decoder Output",
            string.Join(
                ' ',
                Svg.All(svg, "text")
                    .Where(e => (string?)e.Attribute("font-weight") == "650" && e.Attribute("class") is null)
                    .Select(e => e.Value)
            )
        );
    }

    private static string Role(int i) =>
        i switch
        {
            0 => "input",
            < 4 => "encoder",
            4 => "code",
            < 8 => "decoder",
            _ => "output",
        };

    private static string Draw(IReadOnlyList<LayerRecord> layers, params (string, string)[] options)
    {
        using var samples = new Samples();
        return Draw(samples.Run("ae", layers: layers), options);
    }

    private static string Draw(Run run, params (string, string)[] options) =>
        Samples
            .Draw(Samples.Book(Samples.Request("fig", "network", "ae", options)), Samples.Set(run))
            .Figures.First(f => f.Language.Code == "en")
            .Svg;
}
