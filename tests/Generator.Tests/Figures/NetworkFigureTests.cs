using Recto.Experiments.Contract;
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
    public static void Pictures_with_channels_show_their_whole_shape()
    {
        var layers = Samples.Layers(
            "conv",
            ("input", [28, 28, 1], 0),
            ("code", [7, 7, 8], 1160),
            ("output", [28, 28, 1], 0)
        );
        var svg = Draw(layers);
        Assert.Equal(["28×28×1", "7×7×8", "28×28×1"], Svg.Texts(svg).Skip(3).Take(3));
        var bars = Svg.All(svg, "rect").Where(e => e.Attribute("fill") is not null).ToList();
        Assert.True(Svg.Number(bars[1], "height") < Svg.Number(bars[0], "height"));
        Assert.True(Svg.Number(bars[1], "width") > Svg.Number(bars[0], "width"));
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
            "Input Code Output",
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

    private static string Draw(IReadOnlyList<LayerRecord> layers)
    {
        using var samples = new Samples();
        var book = Samples.Book(Samples.Request("fig", "network", "ae"));
        return Samples.Draw(book, Samples.Set(samples.Run("ae", layers: layers))).Figures[1].Svg;
    }
}
