namespace Recto.Experiments.Models;

/// <summary>A batch on its way through a network: room for every layer's output, and for every gradient.</summary>
/// <remarks>Made once for each size of batch and used for all steps, so that a step allocates nothing.</remarks>
public sealed class Pass
{
    private readonly Network network;
    private readonly Matrix[] outputs;
    private readonly Matrix[] gradients;

    public Pass(Network network, int rows)
    {
        this.network = network;
        Input = new Matrix(rows, network.Inputs);
        outputs = [.. network.Layers.Select(l => new Matrix(rows, l.Outputs))];
        gradients = [.. network.Layers.Select(l => new Matrix(rows, l.Outputs))];
    }

    /// <summary>[batch, inputs], to be filled before <see cref="Forward"/>.</summary>
    public Matrix Input { get; }

    public Matrix Code => outputs[network.CodeLayer];

    public Matrix Output => outputs[^1];

    /// <summary>The gradient by the last layer before its activation, to be filled before <see cref="Backward"/>.</summary>
    public Matrix OutputGradient => gradients[^1];

    public void Forward()
    {
        for (var i = 0; i < outputs.Length; i++)
            network.Layers[i].Forward(Below(i), outputs[i]);
    }

    public void Backward()
    {
        for (var i = outputs.Length - 1; i >= 0; i--)
        {
            network.Layers[i].Backward(Below(i), gradients[i]);
            if (i == 0)
                break; // nothing below wants a gradient
            network.Layers[i].BackwardToInput(gradients[i], gradients[i - 1]);
            Activations.MultiplySlope(network.Layers[i - 1].Activation, outputs[i - 1].Span, gradients[i - 1].Span);
        }
    }

    private Matrix Below(int layer) => layer == 0 ? Input : outputs[layer - 1];
}
