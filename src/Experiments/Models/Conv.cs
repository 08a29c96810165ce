using Recto.Experiments.Contract;
using Recto.Experiments.Data;

namespace Recto.Experiments.Models;

/// <summary>A convolution that keeps the image's size, y = σ(W ∗ x + b); zeros lie around the image.</summary>
public sealed unsafe class Conv : Layer
{
    private const float NoFloor = float.NegativeInfinity;

    private readonly Convolution forward;
    private readonly Convolution backward;
    private readonly Matrix packed;
    private readonly Matrix packedBack;
    private readonly Matrix bias;
    private readonly Matrix noBias;
    private readonly Margin input;
    private readonly Margin output;

    public Conv(string name, string role, IReadOnlyList<int> inputShape, LayerSpec spec)
        : base(name, role, inputShape, Shapes.After(spec, inputShape), spec.Activation!.Value)
    {
        var (height, width, channels, kernel) = (inputShape[0], inputShape[1], inputShape[2], spec.Kernel!.Value);
        var own = spec.Channels!.Value;
        Weight = new Parameter(
            $"{name}.weight",
            [kernel, kernel, channels, own],
            new Matrix(kernel * kernel * channels, own),
            new Matrix(kernel * kernel * channels, own)
        );
        Bias = Parameter.Vector($"{name}.bias", own);
        input = new Margin(height, width, channels, kernel / 2);
        output = new Margin(height, width, own, kernel / 2);
        forward = Over(input, kernel, own);
        backward = Over(output, kernel, channels);
        packed = new Matrix(1, forward.PackedSize);
        packedBack = new Matrix(1, backward.PackedSize);
        bias = new Matrix(1, 8 * Convolution.Vectors(own));
        noBias = new Matrix(1, 8 * Convolution.Vectors(channels));
    }

    /// <summary>W [kernel, kernel, channels in, channels out].</summary>
    public Parameter Weight { get; }

    /// <summary>b [channels out].</summary>
    public Parameter Bias { get; }

    public override IReadOnlyList<Parameter> Parameters => [Weight, Bias];

    public override void Begin()
    {
        Weight.HasGradient = Bias.HasGradient = false;
        Bias.Value.Span.CopyTo(bias.Span);
        forward.Pack(Weight.Value.Span, packed.Span);
        backward.Pack(Turned(), packedBack.Span);
    }

    public override void Forward(Matrix x, Matrix y, RandomSource? draws)
    {
        var floor = Activation is Activation.Relu ? 0 : NoFloor;
        for (var i = 0; i < x.Rows; i++)
            forward.Apply(input.Around(x.Row(i)), packed.Start, bias.Start, y.Start + i * Outputs, output.Line, floor);
        if (Activation is not Activation.Relu)
            Activations.Apply(Activation, y.Span);
    }

    /// <summary>∂J/∂W sums what the kernel saw times a; ∂J/∂x is a convolution of a with the kernel turned by 180°.</summary>
    public override void Backward(Matrix x, Matrix y, Matrix a, Matrix? below)
    {
        if (!Weight.HasGradient)
            Weight.Gradient.Span.Clear();
        for (var i = 0; i < x.Rows; i++)
        {
            var image = input.Around(x.Row(i));
            var around = below is null && !forward.ReadsBeyond ? null : output.Around(a.Row(i));
            if (forward.ReadsBeyond)
                forward.AddGradient(image, around + output.First, output.RowLength, Weight.Gradient.Start);
            else
                forward.AddGradient(image, a.Start + i * Outputs, output.Line, Weight.Gradient.Start);
            ChannelSums.Add(a.Row(i), Bias.Gradient.Span, Bias.HasGradient || i > 0);
            if (below is not null)
                backward.Apply(around, packedBack.Start, noBias.Start, below.Start + i * Inputs, input.Line, NoFloor);
        }
        Weight.HasGradient = Bias.HasGradient = true;
    }

    public override IEnumerable<LayerRecord> Records() => [Record("conv")];

    private static Convolution Over(Margin image, int kernel, int channels) =>
        new(
            image.Height,
            image.Width,
            kernel,
            kernel * image.Channels,
            image.Channels,
            image.RowLength,
            channels,
            channels
        );

    /// <summary>[kernel, kernel, in, out] → the same upside down and back to front, [kernel, kernel, out, in].</summary>
    private float[] Turned()
    {
        var (taps, ins, outs) = (forward.Rows * forward.Rows, InputShape[2], OutputShape[2]);
        var weight = Weight.Value.Span;
        var turned = new float[weight.Length];
        for (var t = 0; t < taps; t++)
        for (var i = 0; i < ins; i++)
        for (var o = 0; o < outs; o++)
            turned[((taps - 1 - t) * outs + o) * ins + i] = weight[(t * ins + i) * outs + o];
        return turned;
    }
}
