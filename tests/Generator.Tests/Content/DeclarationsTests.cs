using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Content;

/// <summary>What an author may declare without touching C#, and what is made of it, every default filled in.</summary>
public static class DeclarationsTests
{
    private const string Adam = "  optimizer: { kind: adam, rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }\n";

    [Fact]
    public static void A_deeper_denoising_autoencoder_on_drawn_digits() =>
        AssertResolved(
            """
            x:
              model: { kind: dense, layers: [784, 256, 64, 8], activation: relu, code: linear, output: sigmoid }
              data: strokes
              noise: { kind: masking, amount: 0.25 }
              loss: bce
              epochs: 10
            """,
            $$"""
            x:
              model:
                kind: dense
                layers: [784, 256, 64, 8]
                activation: relu
                code: linear
                output: sigmoid
                init: glorot_uniform
              data: strokes
              noise: { kind: masking, amount: 0.25, drawn: anew }
              target: clean
              loss: bce
            {{Adam}}  epochs: 10
              batch: 64
              seed: 1
              probes: [codes, filters, reconstructions]

            """
        );

    [Fact]
    public static void A_convolutional_one_with_other_channels_and_a_flat_code() =>
        AssertResolved(
            """
            x:
              model:
                kind: conv
                encoder:
                  - { conv: 32, kernel: 5, activation: tanh }
                  - pool: 4
                  - dense: 10
                decoder: [dense: 98, reshape: [7, 7, 2], conv: 6, upsample: 4, { conv: 1, activation: linear }]
                init: he_uniform
              data: mnist
              epochs: 3
              optimizer: { kind: adam, rate: 0.01, schedule: [{ epoch: 2, rate: 0.001 }] }
            """,
            """
            x:
              model:
                kind: conv
                input: [28, 28, 1]
                encoder:
                  - { conv: 32, kernel: 5, activation: tanh }
                  - { pool: 4 }
                  - { dense: 10, activation: relu }
                decoder:
                  - { dense: 98, activation: relu }
                  - { reshape: [7, 7, 2] }
                  - { conv: 6, kernel: 3, activation: relu }
                  - { upsample: 4 }
                  - { conv: 1, kernel: 3, activation: linear }
                init: he_uniform
              data: mnist
              noise: none
              target: clean
              loss: mse
              optimizer:
                kind: adam
                rate: 0.01
                beta1: 0.9
                beta2: 0.999
                epsilon: 1e-7
                schedule: [{ epoch: 2, rate: 0.001 }]
              epochs: 3
              batch: 64
              seed: 1
              probes: [codes, filters, reconstructions]

            """
        );

    [Fact]
    public static void A_classifier_that_starts_from_a_finished_run() =>
        AssertResolved(
            """
            a:
              model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
              data: mnist
              greedy: { epochs: 2, noise: { kind: gaussian, amount: 0.1, drawn: once } }
              epochs: 5
            x: { from: a, after: a, greedy: none, head: {}, loss: cce, probes: [filters, codes] }
            """,
            $$"""
            x:
              model:
                kind: dense
                layers: [784, 2]
                activation: tanh
                code: tanh
                output: tanh
                init: glorot_uniform
              data: mnist
              noise: none
              target: labels
              loss: cce
              head: { on: code, classes: 10 }
              after: a
            {{Adam}}  epochs: 5
              batch: 64
              seed: 1
              probes: [codes, filters]

            """
        );

    [Fact]
    public static void Principal_components() =>
        AssertResolved(
            "x: { model: { kind: pca, layers: [784, 2] }, data: mnist }",
            """
            x:
              model: { kind: pca, layers: [784, 2] }
              data: mnist
              probes: [codes, filters, reconstructions]

            """
        );

    [Fact]
    public static void A_variational_one_whose_codes_are_compared() =>
        AssertResolved(
            """
            a: { model: { kind: vae, layers: [784, 512, 2], activation: relu, output: sigmoid }, data: mnist, epochs: 50 }
            x: { from: a, against: a, seed: 2 }
            """,
            $$"""
            x:
              model:
                kind: vae
                layers: [784, 512, 2]
                activation: relu
                output: sigmoid
                init: glorot_uniform
              data: mnist
              noise: none
              target: clean
              loss: mse
            {{Adam}}  epochs: 50
              batch: 64
              seed: 2
              against: a
              probes: [codes, filters, manifold, reconstructions]

            """
        );

    /// <summary>An enumeration may grow; the front matter must then learn its new words.</summary>
    [Fact]
    public static void Every_word_of_the_contract_can_be_written()
    {
        var layers = Enum.GetNames<LayerKind>().Select(n => n.ToLowerInvariant());
        Assert.Equal(["conv", "dense", "pool", "reshape", "upsample"], layers.Order());
        var models = Enum.GetNames<ModelKind>().Select(n => n.ToLowerInvariant());
        Assert.Equal(
            Recto.Content.Declarations.ModelShape.All.Kinds.Keys.Order(),
            models.Except(["own"]).Order() // written as the name of a class
        );
    }

    /// <param name="declared">Runs, among them <c>x</c>.</param>
    /// <param name="expected">The resolved listing of <c>x</c>.</param>
    private static void AssertResolved(string declared, string expected)
    {
        using var report = new TinyReport();
        var runs = string.Concat(declared.Split('\n').Select(line => $"  {line}\n"));
        report.Write($"{TinyReport.Chapter}zh.md", $"---\ntitle: 题\nexperiments:\n{runs}---\n# 题 {{#top}}\n");
        var book = report.Read()!;
        Assert.Equal("", report.Mistakes);
        Assert.Equal(expected, book.Experiments["x"].Yaml);
    }
}
