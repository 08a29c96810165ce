using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Models;

/// <summary>Shapes and parameter counts of the source's Keras models, counted by hand from its listings.</summary>
public static class SourceModelsTests
{
    [Theory]
    [InlineData("ae_tanh", 784 * 2 + 2 + 2 * 784 + 784)]
    [InlineData("ae_tied", 784 * 2 + 2 + 784)]
    [InlineData("pca", 784 * 2 + 2 + 784)]
    [InlineData("ae_wide", 784 * 256 + 256 + 256 * 784 + 784)]
    [InlineData("sdae", 100_480 + 8_256 + 650 + 22 + 30 + 704 + 8_320 + 101_136)]
    [InlineData("sdae_supervised", 219_598 + 2 * 10 + 10)]
    [InlineData("cae", 160 + 1_160 + 584 + 1_168 + 145)]
    [InlineData("cae_supervised", 3_217 + 784 * 10 + 10)]
    [InlineData("vae_bce", 401_920 + 1_026 + 1_026 + 1_536 + 402_192)]
    public static void Parameters_are_as_many_as_there(string run, long count)
    {
        var model = Networks.Build(SourceSpecs.All[run], 784);
        Assert.Equal(count, model.Parameters.Sum(p => (long)p.Count));
        Assert.Equal(count, model.Records().Sum(r => r.Parameters));
    }

    [Fact]
    public static void The_convolutional_one_has_these_layers() =>
        Assert.Equal(
            [
                "input input input 28×28×1 - 0",
                "encoder.1 conv encoder 28×28×16 relu 160",
                "encoder.2 pool encoder 14×14×16 - 0",
                "encoder.3 conv encoder 14×14×8 relu 1160",
                "code pool code 7×7×8 - 0",
                "decoder.1 conv decoder 7×7×8 relu 584",
                "decoder.2 upsample decoder 14×14×8 - 0",
                "decoder.3 conv decoder 14×14×16 relu 1168",
                "decoder.4 upsample decoder 28×28×16 - 0",
                "output conv output 28×28×1 sigmoid 145",
            ],
            Table("cae")
        );

    [Fact]
    public static void The_variational_one_has_these_layers() =>
        Assert.Equal(
            [
                "input input input 784 - 0",
                "encoder.1 dense encoder 512 relu 401920",
                "mean dense code 2 - 1026",
                "log_variance dense code 2 - 1026",
                "sample sample code 2 - 0",
                "decoder.1 dense decoder 512 relu 1536",
                "output dense output 784 sigmoid 402192",
            ],
            Table("vae_bce")
        );

    [Fact]
    public static void A_head_stands_last_and_the_decoder_stays()
    {
        Assert.Equal("head dense head 10 softmax 30", Table("sdae_supervised")[^1]);
        Assert.Equal("output dense output 784 tanh 101136", Table("sdae_supervised")[^2]);
        Assert.Equal("head dense head 10 softmax 7850", Table("cae_supervised")[^1]);
    }

    [Fact]
    public static void Kernels_and_heads_are_drawn_within_their_own_limits()
    {
        var model = Networks.Build(SourceSpecs.CaeSupervised, 784);
        AssertLimit(model, "encoder.1.weight", 6.0 / (9 * (1 + 16)));
        AssertLimit(model, "encoder.3.weight", 6.0 / (9 * (16 + 8)));
        AssertLimit(model, "head.weight", 6.0 / (784 + 10));
        var he = SourceSpecs.Cae with { Model = SourceSpecs.Cae.Model with { Init = Initializer.HeUniform } };
        AssertLimit(Networks.Build(he, 784), "encoder.3.weight", 6.0 / (9 * 16));
    }

    private static void AssertLimit(Model model, string name, double square)
    {
        var largest = model.Parameters.Single(p => p.Name == name).Value.Span.ToArray().Max(Math.Abs);
        Assert.InRange(largest, 0.93 * Math.Sqrt(square), Math.Sqrt(square) * (1 + 1e-6));
    }

    private static IReadOnlyList<string> Table(string run) =>
        [
            .. Networks
                .Build(SourceSpecs.All[run], 784)
                .Records()
                .Select(r =>
                    $"{r.Name} {r.Kind} {r.Role} {string.Join('×', r.Shape)} {r.Activation ?? "-"} {r.Parameters}"
                ),
        ];
}
