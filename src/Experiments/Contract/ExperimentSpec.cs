namespace Recto.Experiments.Contract;

/// <summary>The whole truth of one run: every value resolved, nothing left to a default on the other side.</summary>
/// <remarks>Members that later versions add are nullable and absent when unused, so that old keys stay valid.</remarks>
public sealed record ExperimentSpec
{
    public required ModelSpec Model { get; init; }

    public required DataSpec Data { get; init; }

    /// <summary>What is added to the inputs; absent for none.</summary>
    public NoiseSpec? Noise { get; init; }

    public required Target Target { get; init; }

    public required Loss Loss { get; init; }

    public required OptimizerSpec Optimizer { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Images a step; the last batch of an epoch may be smaller.</summary>
    public required int Batch { get; init; }

    public required long Seed { get; init; }

    /// <summary>Artifacts to record besides weights and curves, sorted; part of the evaluation key only.</summary>
    public IReadOnlyList<string> Probes { get; init; } = [];
}

/// <summary>A network as the author declared it, all names resolved.</summary>
public sealed record ModelSpec
{
    public required ModelKind Kind { get; init; }

    /// <summary>Dense: sizes from the input to the code; the decoder mirrors them.</summary>
    public IReadOnlyList<int>? Layers { get; init; }

    /// <summary>Activation of the hidden layers.</summary>
    public Activation? Activation { get; init; }

    /// <summary>Activation of the code layer.</summary>
    public Activation? Code { get; init; }

    /// <summary>Activation of the output layer.</summary>
    public Activation? Output { get; init; }

    public Initializer? Init { get; init; }
}

/// <param name="Name">The name that <c>report.yml</c> gives it.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Digest">SHA-256 over the declared digests of its files, or over the generator's parameters.</param>
public sealed record DataSpec(string Name, DataKind Kind, string Digest);

/// <param name="Kind">The distribution.</param>
/// <param name="Amount">Standard deviation (Gaussian) or probability (masking), in [0, 1] pixel units.</param>
/// <param name="Drawn">Once for the whole set, or anew in every batch.</param>
public sealed record NoiseSpec(NoiseKind Kind, double Amount, NoiseDraw Drawn);

/// <summary>Adam (Kingma and Ba, 2015), with Keras' defaults.</summary>
public sealed record OptimizerSpec
{
    public required OptimizerKind Kind { get; init; }

    public required double Rate { get; init; }

    public double? Beta1 { get; init; }

    public double? Beta2 { get; init; }

    public double? Epsilon { get; init; }
}

public enum ModelKind
{
    Dense,
}

public enum DataKind
{
    /// <summary>Four IDX files, as MNIST's.</summary>
    Idx,

    /// <summary>Digits drawn by code, for demos and tests.</summary>
    Strokes,
}

public enum Activation
{
    Linear,
    Relu,
    Tanh,
    Sigmoid,
}

public enum Initializer
{
    /// <summary>Uniform in ±√(6/(fan_in+fan_out)) (Glorot and Bengio, 2010, eq. 16); biases zero, as Keras.</summary>
    GlorotUniform,
}

public enum NoiseKind
{
    /// <summary>x + amount·N(0,1), clipped to [0,1].</summary>
    Gaussian,

    /// <summary>Each pixel zeroed with probability amount.</summary>
    Masking,
}

public enum NoiseDraw
{
    Once,
    Anew,
}

/// <summary>What the output is compared with.</summary>
public enum Target
{
    /// <summary>The image before noise.</summary>
    Clean,

    /// <summary>The image that went in, noise included.</summary>
    Input,
}

public enum Loss
{
    /// <summary>Mean of squared differences over pixels and images.</summary>
    Mse,

    /// <summary>Mean binary cross-entropy over pixels and images, in nats.</summary>
    Bce,
}

public enum OptimizerKind
{
    Adam,
}
