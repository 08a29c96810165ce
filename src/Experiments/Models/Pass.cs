using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>A batch on its way through a network: room for every layer's output, and for every gradient.</summary>
/// <remarks>Made once for each size of batch and used for all steps, so that a step allocates nothing.</remarks>
public sealed class Pass(Network network, int rows)
{
    private readonly Matrix[] outputs = [.. network.Layers.Select(l => new Matrix(rows, l.Outputs))];
    private readonly Matrix[] gradients = [.. network.Layers.Select(l => new Matrix(rows, l.Outputs))];

    /// <summary>Output of the code layer.</summary>
    public Matrix Code => outputs[network.CodeLayer];

    public Matrix Output => outputs[^1];

    /// <summary>The gradient by the last layer before its activation, to be filled before <see cref="Backward"/>.</summary>
    public Matrix OutputGradient => gradients[^1];

    /// <param name="input">[batch, inputs].</param>
    /// <param name="draws">Of a variational autoencoder's codes; absent for their means.</param>
    public void Forward(Matrix input, RandomSource? draws)
    {
        for (var i = 0; i < outputs.Length; i++)
            network.Layers[i].Forward(i == 0 ? input : outputs[i - 1], outputs[i], draws);
    }

    /// <summary>From the code on, for codes that no image gave.</summary>
    public void Decode(Matrix codes)
    {
        var first = network.CodeLayer + (network.IsVariational ? 2 : 1);
        for (var i = first; i < outputs.Length; i++)
            network.Layers[i].Forward(i == first ? codes : outputs[i - 1], outputs[i], draws: null);
    }

    /// <param name="input">The same as went forward.</param>
    public void Backward(Matrix input)
    {
        for (var i = outputs.Length - 1; i > 0; i--)
        {
            network.Layers[i].Backward(outputs[i - 1], outputs[i], gradients[i], gradients[i - 1]);
            Activations.MultiplySlope(network.Layers[i - 1].Activation, outputs[i - 1].Span, gradients[i - 1].Span);
        }
        network.Layers[0].Backward(input, outputs[0], gradients[0], below: null);
    }
}
