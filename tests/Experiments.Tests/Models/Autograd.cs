using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Recto.Tests.Models;

/// <summary>The same networks in libtorch, for their loss and gradients.</summary>
public static class Autograd
{
    public static (double Loss, List<float[]> Gradients) Of(
        ExperimentSpec spec,
        Network network,
        Matrix input,
        Matrix target,
        Func<RandomSource> draws
    )
    {
        using var scope = NewDisposeScope();
        using var enabled = enable_grad();
        var leaves = network.Parameters.ToDictionary(p => p.Name, Leaf);
        var x = Copy(input);
        Tensor? divergence = null;
        foreach (var layer in network.Layers)
        {
            switch (layer)
            {
                case Dense:
                    x = nn.functional.linear(x, Weight(layer), Bias(layer));
                    break;
                case TiedDense tied:
                    var owner = network
                        .Layers.OfType<Dense>()
                        .Single(d => d.Outputs == tied.Inputs && d.Inputs == tied.Outputs);
                    x = nn.functional.linear(x, Weight(owner).t(), Bias(layer));
                    break;
                case Conv:
                    var kernel = Weight(layer).permute(3, 2, 0, 1);
                    x = Rows(
                        nn.functional.conv2d(Images(x, layer), kernel, Bias(layer), padding: [kernel.shape[2] / 2])
                    );
                    break;
                case Pool:
                    var size = layer.InputShape[0] / layer.OutputShape[0];
                    x = Rows(nn.functional.max_pool2d(Images(x, layer), size));
                    break;
                case Upsample:
                    var factor = layer.OutputShape[0] / layer.InputShape[0];
                    x = Rows(Images(x, layer).repeat_interleave(factor, dim: 2).repeat_interleave(factor, dim: 3));
                    break;
                case GaussianCode:
                    x = cat(
                        [
                            nn.functional.linear(x, leaves["mean.weight"], leaves["mean.bias"]),
                            nn.functional.linear(x, leaves["log_variance.weight"], leaves["log_variance.bias"]),
                        ],
                        1
                    );
                    break;
                case Sample:
                    var noise = new float[input.Rows * layer.Outputs];
                    draws().Normal(noise);
                    var parts = x.chunk(2, dim: 1);
                    divergence = -0.5 * (1 + parts[1] - parts[0] * parts[0] - parts[1].exp()).sum(1).mean();
                    x = parts[0] + (0.5 * parts[1]).exp() * tensor(noise).reshape(input.Rows, layer.Outputs);
                    break;
                case Softmax:
                    x = nn.functional.softmax(x, dim: 1);
                    break;
            }
            x = Activate(layer.Activation, x);
        }
        var t = Copy(target);
        var loss = spec.Loss switch
        {
            Loss.Mse => nn.functional.mse_loss(x, t),
            Loss.Bce => nn.functional.binary_cross_entropy(x, t),
            _ => -(t * x.log()).sum(1).mean(),
        };
        if (divergence is not null)
            loss = network.Outputs * loss + divergence;
        loss.backward();
        return (loss.item<float>(), [.. leaves.Values.Select(l => l.grad!.contiguous().data<float>().ToArray())]);

        Tensor Weight(Layer layer) => leaves[$"{layer.Name}.weight"];
        Tensor Bias(Layer layer) => leaves[$"{layer.Name}.bias"];
    }

    private static Tensor Leaf(Parameter parameter)
    {
        var leaf = tensor(parameter.Value.Span.ToArray()).reshape([.. parameter.Shape.Select(s => (long)s)]);
        leaf.requires_grad = true;
        return leaf;
    }

    private static Tensor Copy(Matrix matrix) => tensor(matrix.Span.ToArray()).reshape(matrix.Rows, matrix.Columns);

    /// <summary>Channels last → channels first.</summary>
    private static Tensor Images(Tensor rows, Layer layer) =>
        rows.reshape([-1, .. layer.InputShape.Select(s => (long)s)]).permute(0, 3, 1, 2);

    private static Tensor Rows(Tensor images) => images.permute(0, 2, 3, 1).reshape(images.shape[0], -1);

    private static Tensor Activate(Activation activation, Tensor a) =>
        activation switch
        {
            Activation.Relu => nn.functional.relu(a),
            Activation.Tanh => torch.tanh(a),
            Activation.Sigmoid => torch.sigmoid(a),
            _ => a,
        };
}
