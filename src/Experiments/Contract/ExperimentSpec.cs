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

    /// <summary>Metrics of the report's own, sorted; part of the evaluation key only. Absent for none.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }
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
