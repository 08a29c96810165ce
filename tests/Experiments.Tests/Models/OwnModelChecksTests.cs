using Recto.Experiments;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Xunit;

namespace Recto.Tests.Models;

/// <summary>What a class of a report's own built must be the autoencoder that was declared: images of 6 pixels, a code of 2.</summary>
public static class OwnModelChecksTests
{
    private static readonly ExperimentSpec Spec = Specs.Tiny(6, 2) with
    {
        Model = new ModelSpec
        {
            Kind = ModelKind.Own,
            Class = "mine",
            Layers = [6, 2],
        },
    };

    private static Dense Dense(string name, int inputs, int outputs, Activation activation = Activation.Linear) =>
        new Dense(name, name, inputs, outputs, activation);

    public static TheoryData<string, Network, string[]> Networks =>
        new()
        {
            { "right", new([Dense("code", 6, 2), Dense("output", 2, 6)], 0), [] },
            {
                "no such layer",
                new([Dense("code", 6, 2), Dense("output", 2, 6)], 2),
                ["there is no layer 2 for the code; it has 2, counted from 0"]
            },
            {
                "other images",
                new([Dense("code", 5, 2), Dense("output", 2, 7)], 0),
                [
                    "its first layer takes 5 values, and 'layers' begins with 6",
                    "its last layer gives 7 values, and an image has 6",
                ]
            },
            {
                "broken chain",
                new([Dense("code", 6, 2), Dense("output", 3, 6)], 0),
                ["'code' gives 2 values, and 'output' takes 3"]
            },
            {
                "other code",
                new([Dense("code", 6, 3), Dense("output", 3, 6)], 0),
                ["its code has 3 values, and 'layers' ends with 2"]
            },
            {
                "one name twice",
                new([Dense("code", 6, 2), Dense("code", 2, 6)], 0),
                [
                    "2 of its parameters are called 'code.weight', and a name is saved once",
                    "2 of its parameters are called 'code.bias', and a name is saved once",
                ]
            },
            {
                "variational, unsaid",
                new([new GaussianCode(6, 2), new Sample(2), Dense("output", 2, 6)], 0),
                ["its code is a GaussianCode; say 'variational: true'"]
            },
        };

    [Theory]
    [MemberData(nameof(Networks))]
    public static void A_network_is_refused_for_what_does_not_fit(string what, Network network, string[] refusals)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusals, OwnModelChecks.Of(Spec, network));
    }

    [Fact]
    public static void Cross_entropy_needs_an_output_between_0_and_1()
    {
        var spec = Spec with { Loss = Loss.Bce };
        Assert.Equal(
            ["'bce' takes outputs in (0, 1), so its last layer must be 'sigmoid'"],
            OwnModelChecks.Of(spec, new([Dense("code", 6, 2), Dense("output", 2, 6)], 0))
        );
        Assert.Empty(OwnModelChecks.Of(spec, new([Dense("code", 6, 2), Dense("output", 2, 6, Activation.Sigmoid)], 0)));
    }
}
