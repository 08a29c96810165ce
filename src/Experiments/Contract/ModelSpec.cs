namespace Recto.Experiments.Contract;

/// <summary>A network as the author declared it, all names resolved.</summary>
public sealed record ModelSpec
{
    public required ModelKind Kind { get; init; }

    /// <summary>All but conv: sizes from the input to the code; the decoder mirrors them, or as its class decides.</summary>
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

    /// <summary>Own: the name of the class that builds it, as <c>two_paths</c>.</summary>
    public string? Class { get; init; }

    /// <summary>Own: true where the code is a Gaussian's mean, as a VAE's.</summary>
    public bool? Variational { get; init; }

    /// <summary>Own: by name, what that class takes besides; true is 1 and false 0.</summary>
    public IReadOnlyDictionary<string, double>? Settings { get; init; }
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

    /// <summary>Built by a class that the report brings along.</summary>
    Own,
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
