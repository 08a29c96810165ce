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

    /// <summary>Absent where there is a closed form.</summary>
    public OptimizerSpec? Optimizer { get; init; }

    /// <summary>0 where there is a closed form.</summary>
    public required int Epochs { get; init; }

    /// <summary>Images a step; the last batch of an epoch may be smaller. 0 where there are no steps.</summary>
    public required int Batch { get; init; }

    public required long Seed { get; init; }

    /// <summary>A classifier on the network, trained on labels; goes with <see cref="Target.Labels"/>.</summary>
    public HeadSpec? Head { get; init; }

    /// <summary>Layers trained one by one before the whole; absent for none.</summary>
    public GreedySpec? Greedy { get; init; }

    /// <summary>
    /// Run whose trained weights this one starts from. The train key knows it by its own train key
    /// (<see cref="KeyInputs.Parent"/>) and not by this name.
    /// </summary>
    public string? After { get; init; }

    /// <summary>
    /// Run whose codes of the test set this one's are compared with, for <c>latent.alike</c>; part of the evaluation
    /// key only, as <see cref="KeyInputs.Against"/>.
    /// </summary>
    public string? Against { get; init; }

    /// <summary>Artifacts to record besides weights and curves, sorted; part of the evaluation key only.</summary>
    public IReadOnlyList<string> Probes { get; init; } = [];
}

/// <summary>A network as the author declared it, all names resolved.</summary>
public sealed record ModelSpec
{
    public required ModelKind Kind { get; init; }

    /// <summary>Dense, VAE and PCA: sizes from the input to the code; the decoder mirrors them.</summary>
    public IReadOnlyList<int>? Layers { get; init; }

    /// <summary>Conv: height, width and channels of the images, as <c>[28, 28, 1]</c>.</summary>
    public IReadOnlyList<int>? Input { get; init; }

    /// <summary>Conv: layers from the images to the code; the last one's output is the code.</summary>
    public IReadOnlyList<LayerSpec>? Encoder { get; init; }

    /// <summary>Conv: layers from the code back to images.</summary>
    public IReadOnlyList<LayerSpec>? Decoder { get; init; }

    /// <summary>Dense and VAE: activation of the hidden layers.</summary>
    public Activation? Activation { get; init; }

    /// <summary>Dense: activation of the code layer.</summary>
    public Activation? Code { get; init; }

    /// <summary>Dense and VAE: activation of the output layer.</summary>
    public Activation? Output { get; init; }

    /// <summary>Dense: true where each decoder weight is its encoder weight transposed (Vincent et al., 2010).</summary>
    public bool? Tied { get; init; }

    public Initializer? Init { get; init; }
}

/// <summary>One layer of a convolutional autoencoder; only the members of its kind are there.</summary>
public sealed record LayerSpec
{
    public required LayerKind Kind { get; init; }

    /// <summary>Conv: how many images it gives.</summary>
    public int? Channels { get; init; }

    /// <summary>Conv: side of its square kernel, odd; the image keeps its size (zeros around it).</summary>
    public int? Kernel { get; init; }

    /// <summary>Pool and upsample: by how much height and width shrink or grow.</summary>
    public int? Size { get; init; }

    /// <summary>Dense: length of the vector it gives; an image that goes in is flattened.</summary>
    public int? Units { get; init; }

    /// <summary>Reshape: height, width and channels of the image that a vector becomes.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>Conv and dense.</summary>
    public Activation? Activation { get; init; }
}

/// <summary>A softmax layer that classifies.</summary>
/// <param name="On">What it reads.</param>
/// <param name="Classes">Labels are 0 … classes − 1.</param>
public sealed record HeadSpec(HeadInput On, int Classes);

/// <summary>
/// Greedy layer-wise pre-training (Vincent et al., 2008): each layer and its mirror image become a denoising
/// autoencoder (MSE, the run's batch and optimiser) of the clean codes of the layers below. Then the run begins.
/// </summary>
/// <param name="Epochs">For each layer.</param>
/// <param name="Noise">What each layer's input is spoilt with; Gaussian noise on codes is not clipped. Absent for none.</param>
public sealed record GreedySpec(int Epochs, NoiseSpec? Noise);

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

    /// <summary>Other rates from some epochs on, in order; absent for one rate throughout.</summary>
    public IReadOnlyList<RateStep>? Schedule { get; init; }
}

/// <param name="Epoch">The first with this rate, 2 or later.</param>
public sealed record RateStep(int Epoch, double Rate);

public enum ModelKind
{
    /// <summary>Fully connected, mirrored.</summary>
    Dense,

    /// <summary>Encoder and decoder given layer by layer.</summary>
    Conv,

    /// <summary>Variational, fully connected, mirrored (Kingma and Welling, 2014); its code is a Gaussian's mean.</summary>
    Vae,

    /// <summary>Principal components; nothing is drawn and nothing is trained.</summary>
    Pca,
}

public enum LayerKind
{
    Conv,

    /// <summary>Largest value of each square.</summary>
    Pool,

    /// <summary>Each value becomes a square.</summary>
    Upsample,
    Dense,
    Reshape,
}

public enum HeadInput
{
    Code,

    /// <summary>The output of the whole autoencoder, flattened.</summary>
    Reconstruction,
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

    /// <summary>Uniform in ±√(6/fan_in) (He et al., 2015, for relu); biases zero.</summary>
    HeUniform,
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

    /// <summary>The label, one-hot; the output is then the head's.</summary>
    Labels,
}

/// <remarks>
/// A VAE minimises pixels × <see cref="Mse"/> or <see cref="Bce"/>, plus the mean over images of the Kullback-Leibler
/// divergence D(q(z|x) ‖ N(0, I)).
/// </remarks>
public enum Loss
{
    /// <summary>Mean of squared differences over outputs (pixels or classes) and images.</summary>
    Mse,

    /// <summary>Mean binary cross-entropy over pixels and images, in nats.</summary>
    Bce,

    /// <summary>Mean categorical cross-entropy over images, in nats.</summary>
    Cce,
}

public enum OptimizerKind
{
    Adam,
}
