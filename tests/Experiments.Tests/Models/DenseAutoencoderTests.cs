using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Models;

public static class DenseAutoencoderTests
{
    [Fact]
    public static void The_decoder_mirrors_the_encoder() =>
        Assert.Equal(
            [
                "input input [4] - 0",
                "encoder.1 encoder [3] relu 15",
                "encoder.2 encoder [2] relu 8",
                "code code [1] - 3",
                "decoder.1 decoder [2] relu 4",
                "decoder.2 decoder [3] relu 9",
                "output output [4] sigmoid 16",
            ],
            Table(Model([4, 3, 2, 1]), 4)
        );

    [Fact]
    public static void With_two_sizes_there_is_nothing_between_input_and_code() =>
        Assert.Equal(
            ["input input [784] - 0", "code code [2] - 1570", "output output [784] sigmoid 2352"],
            Table(Model([784, 2]), 784)
        );

    /// <summary>784-128-64-10-2 and back, as the source's stacked autoencoder.</summary>
    [Fact]
    public static void The_stacked_one_of_the_source_has_as_many_parameters_as_there() =>
        Assert.Equal(
            784 * 128
                + 128
                + 128 * 64
                + 64
                + 64 * 10
                + 10
                + 10 * 2
                + 2
                + 2 * 10
                + 10
                + 10 * 64
                + 64
                + 64 * 128
                + 128
                + 128 * 784
                + 784,
            Networks.Build(Model([784, 128, 64, 10, 2]), 784).Parameters.Sum(p => p.Count)
        );

    [Fact]
    public static void First_weights_are_glorot_uniform_and_biases_zero()
    {
        var network = Networks.Build(Model([784, 100]), 784);
        var weights = Weights(network, "code.weight");
        var limit = Math.Sqrt(6.0 / 884);
        Assert.All(weights, w => Assert.InRange(w, -limit, limit));
        Assert.InRange(weights.Max(), limit * 0.999, limit);
        Assert.Equal(0, weights.Average(), 0.0005);
        Assert.Equal(limit * limit / 3, weights.Average(w => (double)w * w), 0.0001);
        Assert.All(Weights(network, "code.bias"), b => Assert.Equal(0, b));
        Assert.All(Weights(network, "output.bias"), b => Assert.Equal(0, b));
    }

    [Fact]
    public static void Layers_start_from_different_draws()
    {
        var network = Networks.Build(Model([6, 6]), 6);
        Assert.NotEqual(Weights(network, "code.weight"), Weights(network, "output.weight"));
    }

    [Fact]
    public static void A_first_layer_that_does_not_fit_the_images_is_refused()
    {
        var error = Assert.Throws<RunException>(() => Networks.Build(Model([780, 2]), 784));
        Assert.Equal("spec-unsupported", error.Code);
        Assert.Equal("model.layers[0]: The first layer takes 780 values, and the images have 784.", error.Message);
    }

    private static float[] Weights(Model model, string name) =>
        model.Parameters.Single(p => p.Name == name).Value.Span.ToArray();

    private static ExperimentSpec Model(int[] layers) =>
        Specs.Strokes with
        {
            Model = Specs.Strokes.Model with
            {
                Layers = layers,
                Activation = Activation.Relu,
                Code = Activation.Linear,
                Output = Activation.Sigmoid,
            },
        };

    private static IEnumerable<string> Table(ExperimentSpec spec, int pixels) =>
        Networks
            .Build(spec, pixels)
            .Records()
            .Select(r => $"{r.Name} {r.Role} [{string.Join(',', r.Shape)}] {r.Activation ?? "-"} {r.Parameters}");
}
