using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Recto.Tests.Models;

/// <summary>Our own way back through a network, against libtorch's and against numeric differentiation.</summary>
public static class GradientTests
{
    public static TheoryData<Loss, Activation, Activation> Cases =>
        new()
        {
            { Loss.Mse, Activation.Tanh, Activation.Tanh },
            { Loss.Mse, Activation.Relu, Activation.Relu },
            { Loss.Mse, Activation.Sigmoid, Activation.Linear },
            { Loss.Mse, Activation.Relu, Activation.Sigmoid },
            { Loss.Bce, Activation.Relu, Activation.Sigmoid },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public static void Gradients_are_those_of_automatic_differentiation(Loss loss, Activation hidden, Activation output)
    {
        var (network, pass, target) = Prepare(loss, hidden, output);
        var expected = Autograd(network, pass.Input, target, loss);
        foreach (var (parameter, gradient) in network.Parameters.Zip(expected))
            Assert.All(
                parameter.Gradient.Span.ToArray().Zip(gradient),
                p => Assert.Equal(p.Second, p.First, 1e-6 + 1e-4 * Math.Abs(p.Second))
            );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public static void Gradients_are_those_of_numeric_differentiation(Loss loss, Activation hidden, Activation output)
    {
        const float H = 0.001f;
        var (network, pass, target) = Prepare(loss, hidden, output);
        foreach (var parameter in network.Parameters)
            for (var i = 0; i < parameter.Count; i += 7)
            {
                var value = parameter.Value.Span[i];
                var slope = (LossAt(value + H) - LossAt(value - H)) / (2 * H);
                parameter.Value.Span[i] = value;
                Assert.Equal(slope, parameter.Gradient.Span[i], 2e-3);

                double LossAt(float at)
                {
                    parameter.Value.Span[i] = at;
                    pass.Forward();
                    return Losses.Mean(loss, pass.Output, target);
                }
            }
    }

    private static (Network Network, Pass Pass, Matrix Target) Prepare(Loss loss, Activation hidden, Activation output)
    {
        var spec = Specs.Tiny(12, 9, 3);
        var model = spec.Model with { Activation = hidden, Code = hidden, Output = output };
        var network = Networks.Build(spec with { Model = model }, 12);
        foreach (var layer in network.Layers)
            new RandomSource(2, layer.Name).Uniform(layer.Bias.Value.Span);
        var pass = new Pass(network, 5);
        var target = new Matrix(5, 12);
        new RandomSource(3, "input").Uniform(pass.Input.Span);
        new RandomSource(3, "target").Uniform(target.Span);
        pass.Forward();
        Losses.Gradient(loss, output, pass.Output, target, pass.OutputGradient);
        pass.Backward();
        return (network, pass, target);
    }

    private static List<float[]> Autograd(Network network, Matrix input, Matrix target, Loss loss)
    {
        using var scope = NewDisposeScope();
        using var enabled = enable_grad();
        var leaves = network.Parameters.Select(p => Leaf(p.Value, p.Shape)).ToList();
        var x = Copy(input, [input.Rows, input.Columns]);
        for (var i = 0; i < network.Layers.Count; i++)
            x = Apply(network.Layers[i].Activation, nn.functional.linear(x, leaves[2 * i], leaves[2 * i + 1]));
        var t = Copy(target, [target.Rows, target.Columns]);
        var j = loss is Loss.Mse ? nn.functional.mse_loss(x, t) : nn.functional.binary_cross_entropy(x, t);
        j.backward();
        return [.. leaves.Select(l => l.grad!.data<float>().ToArray())];
    }

    private static Tensor Leaf(Matrix matrix, IReadOnlyList<int> shape)
    {
        var leaf = Copy(matrix, [.. shape.Select(s => (long)s)]);
        leaf.requires_grad = true;
        return leaf;
    }

    private static Tensor Copy(Matrix matrix, long[] shape) => tensor(matrix.Span.ToArray()).reshape(shape);

    private static Tensor Apply(Activation activation, Tensor a) =>
        activation switch
        {
            Activation.Relu => nn.functional.relu(a),
            Activation.Tanh => torch.tanh(a),
            Activation.Sigmoid => torch.sigmoid(a),
            _ => a,
        };
}
