using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Models;

/// <summary>Our own way back through a network, against libtorch's and against numeric differentiation.</summary>
public static class GradientTests
{
    private const int Rows = 5;

    private static readonly Dictionary<string, ExperimentSpec> Specs = new()
    {
        ["dense mse tanh tanh"] = Dense(Loss.Mse, Activation.Tanh, Activation.Tanh),
        ["dense mse relu relu"] = Dense(Loss.Mse, Activation.Relu, Activation.Relu),
        ["dense mse sigmoid linear"] = Dense(Loss.Mse, Activation.Sigmoid, Activation.Linear),
        ["dense mse relu sigmoid"] = Dense(Loss.Mse, Activation.Relu, Activation.Sigmoid),
        ["dense bce relu sigmoid"] = Dense(Loss.Bce, Activation.Relu, Activation.Sigmoid),
        ["tied"] = Tied(Dense(Loss.Mse, Activation.Tanh, Activation.Sigmoid)),
        ["tied, few units"] = Tied(Dense(Loss.Mse, Activation.Tanh, Activation.Tanh, 784, 2)),
        ["head on the code, mse"] = Head(Dense(Loss.Mse, Activation.Tanh, Activation.Tanh), HeadInput.Code),
        ["head on the code, cce"] = Head(Dense(Loss.Cce, Activation.Tanh, Activation.Tanh), HeadInput.Code),
        ["head on the reconstruction"] = Head(Conv([4], 3, 28), HeadInput.Reconstruction),
        ["conv as the source"] = SourceSpecs.Cae,
        ["conv of odd channels and kernels"] = Conv([3, 12, 5], 5, 28),
        ["conv of many channels"] = Conv([24, 16], 3, 28),
        ["conv on narrow images"] = Conv([2, 9], 3, 6),
        ["conv on images of twenty"] = Conv([8, 3], 3, 20),
        ["conv with a vector in the middle"] = ConvToVector(),
        ["vae bce"] = SourceSpecs.VaeBce,
        ["vae mse"] = SourceSpecs.VaeMse with { Model = SourceSpecs.VaeMse.Model with { Layers = [784, 20, 9, 3] } },
    };

    public static TheoryData<string> Cases => [.. Specs.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public static void Gradients_are_those_of_automatic_differentiation(string name)
    {
        var way = new Way(Specs[name]);
        var (loss, gradients) = Autograd.Of(way.Spec, way.Model.Trained, way.Input, way.Target, Way.Draws);
        Assert.Equal(loss, way.Loss, 1e-5 * Math.Max(1, loss));
        foreach (var (parameter, gradient) in way.Model.Trained.Parameters.Zip(gradients))
        {
            var scale = gradient.Max(Math.Abs);
            Assert.All(
                parameter.Gradient.Span.ToArray().Zip(gradient),
                p => Assert.Equal(p.Second, p.First, 1e-7 + 1e-4 * scale)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public static void Gradients_are_those_of_numeric_differentiation(string name)
    {
        const float H = 0.0005f;
        var way = new Way(Specs[name]);
        foreach (var parameter in way.Model.Trained.Parameters)
        {
            var gradient = parameter.Gradient.Span.ToArray();
            // Where a slope jumps between the two points, their difference says nothing
            var (worst, count) = (0, 0);
            for (var i = 0; i < parameter.Count; i += Math.Max(1, parameter.Count / 20), count++)
            {
                var value = parameter.Value.Span[i];
                var slope = (LossAt(value + H) - LossAt(value - H)) / (2 * H);
                LossAt(value);
                worst += Math.Abs(slope - gradient[i]) > 2e-3 * Math.Max(1, way.Loss) + 0.02 * Math.Abs(slope) ? 1 : 0;

                double LossAt(float at)
                {
                    parameter.Value.Span[i] = at;
                    return way.Forward();
                }
            }
            Assert.True(worst <= count / 10, $"{parameter.Name}: {worst} of {count} differ");
        }
    }

    /// <summary>Image by image, the gradient adds up to that of the whole batch.</summary>
    [Fact]
    public static void Gradients_add_up_over_the_pieces_of_a_batch()
    {
        var whole = new Way(SourceSpecs.Cae);
        var pieces = new Way(SourceSpecs.Cae, size: 1);
        foreach (var (one, other) in whole.Model.Parameters.Zip(pieces.Model.Parameters))
            Assert.All(
                one.Gradient.Span.ToArray().Zip(other.Gradient.Span.ToArray()),
                p => Assert.Equal(p.First, p.Second, 1e-6)
            );
    }

    private static ExperimentSpec Dense(Loss loss, Activation hidden, Activation output, params int[] layers) =>
        SourceSpecs.Sae with
        {
            Loss = loss,
            Model = SourceSpecs.Sae.Model with
            {
                Layers = layers.Length > 0 ? layers : [12, 9, 3],
                Activation = hidden,
                Code = hidden,
                Output = output,
            },
        };

    private static ExperimentSpec Tied(ExperimentSpec spec) => spec with { Model = spec.Model with { Tied = true } };

    private static ExperimentSpec Head(ExperimentSpec spec, HeadInput on) =>
        spec with
        {
            Head = new HeadSpec(on, 10),
            Target = Target.Labels,
            Loss = spec.Loss is Loss.Bce ? Loss.Mse : spec.Loss,
        };

    private static ExperimentSpec Conv(int[] channels, int kernel, int side) =>
        SourceSpecs.Cae with
        {
            Model = SourceSpecs.Cae.Model with
            {
                Input = [side, side, 1],
                Encoder =
                [
                    .. channels.Select(c => Kernels(c, kernel, Activation.Tanh)),
                    new LayerSpec { Kind = LayerKind.Pool, Size = 2 },
                ],
                Decoder =
                [
                    Kernels(channels[0], kernel, Activation.Relu),
                    new LayerSpec { Kind = LayerKind.Upsample, Size = 2 },
                    Kernels(1, kernel, Activation.Sigmoid),
                ],
            },
        };

    private static ExperimentSpec ConvToVector() =>
        SourceSpecs.Cae with
        {
            Model = SourceSpecs.Cae.Model with
            {
                Encoder =
                [
                    Kernels(4, 3, Activation.Relu),
                    new LayerSpec { Kind = LayerKind.Pool, Size = 4 },
                    Units(2, Activation.Linear),
                ],
                Decoder =
                [
                    Units(98, Activation.Relu),
                    new LayerSpec { Kind = LayerKind.Reshape, Shape = [7, 7, 2] },
                    new LayerSpec { Kind = LayerKind.Upsample, Size = 4 },
                    Kernels(1, 3, Activation.Sigmoid),
                ],
            },
        };

    private static LayerSpec Kernels(int channels, int kernel, Activation activation) =>
        new()
        {
            Kind = LayerKind.Conv,
            Channels = channels,
            Kernel = kernel,
            Activation = activation,
        };

    private static LayerSpec Units(int units, Activation activation) =>
        new()
        {
            Kind = LayerKind.Dense,
            Units = units,
            Activation = activation,
        };

    /// <summary>A batch of random images that went forward and back.</summary>
    private sealed class Way
    {
        private readonly Objective objective;
        private readonly List<(Pass Pass, Matrix Input, Matrix Target)> pieces = [];

        public Way(ExperimentSpec spec, int size = Rows)
        {
            Spec = spec;
            var pixels = spec.Model.Input is [var height, var width, _] ? height * width : spec.Model.Layers![0];
            Model = Networks.Build(spec, pixels);
            foreach (var parameter in Model.Trained.Parameters.Where(p => p.Shape.Count == 1))
            {
                new RandomSource(2, parameter.Name).Uniform(parameter.Value.Span);
                foreach (ref var value in parameter.Value.Span)
                    value = 0.2f * value - 0.1f;
            }
            Input = new Matrix(Rows, pixels);
            Target = new Matrix(Rows, Model.Trained.Outputs);
            new RandomSource(3, "input").Uniform(Input.Span);
            new RandomSource(3, "target").Uniform(Target.Span);
            if (spec.Target is Recto.Experiments.Contract.Target.Labels)
                for (var i = 0; i < Rows; i++)
                    Labels.OneHot((byte)(2 * i), Target.Row(i));
            objective = new Objective(spec, Model.Trained);
            for (var i = 0; i < Rows; i += size)
                pieces.Add((new Pass(Model.Trained, size), Input.Part(i, size), Target.Part(i, size)));
            Loss = Forward();
            foreach (var (pass, input, _) in pieces)
                pass.Backward(input);
        }

        public ExperimentSpec Spec { get; }

        public Model Model { get; }

        public Matrix Input { get; }

        public Matrix Target { get; }

        public double Loss { get; }

        public static RandomSource Draws() => new(4, "draws");

        public double Forward()
        {
            Model.Trained.Begin();
            var (sums, draws) = (new double[objective.Parts], Draws());
            foreach (var (pass, input, target) in pieces)
            {
                pass.Forward(input, draws);
                objective.Differentiate(pass, target, Rows, sums);
            }
            return sums[0] / Rows;
        }
    }
}
