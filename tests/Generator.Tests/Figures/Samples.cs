using System.Globalization;
using Markdig.Syntax;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Tests.Figures;

/// <summary>Books that ask for figures, and runs to draw them from, made up but plausible.</summary>
internal sealed class Samples : IDisposable
{
    public const int Codes = 600;

    private readonly string folder = Directory.CreateTempSubdirectory("recto-figures-").FullName;

    public static string Home { get; } = Repository.Root;

    public static Workspace Workspace { get; } = new(Home, Home, Path.Combine(Home, "site"));

    public static IReadOnlyList<Terms> Terms { get; } =
    [.. Language.Known.Select(l => TermsReader.Read(Workspace.Templates, l, new DiagnosticBag()))];

    public static IReadOnlyList<LayerRecord> Layers(
        string kind,
        params (string Role, int[] Shape, long Parameters)[] layers
    ) =>
        [
            .. layers.Select(
                (l, i) => new LayerRecord($"layer.{i}", kind, l.Role, l.Shape, i == 0 ? null : "relu", l.Parameters)
            ),
        ];

    public static IReadOnlyList<LayerRecord> Autoencoder { get; } =
        Layers("dense", ("input", [784], 0), ("code", [2], 1570), ("output", [784], 2352));

    /// <summary>A finished run with every artifact a figure may ask for.</summary>
    public Run Run(
        string id,
        bool noise = false,
        IReadOnlyList<LayerRecord>? layers = null,
        string without = "codes2d.npy"
    )
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, id)).FullName;
        var labels = Enumerable.Range(0, Codes).Select(i => (byte)(i % 10)).ToArray();
        var codes = labels.SelectMany((l, i) => new[] { l + Scatter(i), l % 3 + Scatter(31 * i) }).ToArray();
        var images = Enumerable.Range(0, 12 * 28 * 28).Select(Scatter).ToArray();
        Npy.Write(Path.Combine(path, "codes.npy"), codes, Codes, 2);
        Npy.Write(Path.Combine(path, "codes2d.npy"), codes, Codes, 2);
        Npy.Write(Path.Combine(path, "labels.npy"), labels, Codes);
        Npy.Write(Path.Combine(path, "filters.npy"), [.. images.Select(v => v - 0.5f)], 12, 28, 28);
        Npy.Write(
            Path.Combine(path, "manifold.npy"),
            [.. images.Take(9 * 784).Select(v => (byte)(255 * v))],
            3,
            3,
            28,
            28
        );
        File.Delete(Path.Combine(path, without));
        foreach (var file in noise ? new[] { "inputs", "noisy", "outputs" } : ["inputs", "outputs"])
        {
            Npy.Write(Path.Combine(path, $"{file}.npy"), images, 12, 28, 28);
        }

        var curve = Enumerable.Range(0, 30).Select(i => 0.05 + 0.05 / (1 + i)).ToList();
        var curves = new Dictionary<string, IReadOnlyList<double>>
        {
            ["loss"] = curve,
            ["test.loss"] = [.. curve.Select(v => v + 0.002)],
            ["kl"] = [.. curve.Select(v => 7 - v)],
        };
        var rows = curve.Select(
            (v, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{v:R},{v + 0.002:R}\n")
        );
        File.WriteAllText(Path.Combine(path, "curves.csv"), "epoch,loss,test.loss\n" + string.Concat(rows));
        var record = Record(id, Directory.GetFiles(path), layers ?? Autoencoder);
        File.WriteAllText(Path.Combine(path, "run.json"), ContractJson.Pretty(record));
        return new Run(id, record, Environment, path, curves);
    }

    public static RunSet Set(params IEnumerable<Run> runs) => new(runs.ToDictionary(r => r.Id));

    public static FigureRequest Request(
        string id,
        string kind,
        string runs,
        params (string Key, string Value)[] options
    ) =>
        new(
            id,
            kind,
            runs.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            options.ToDictionary(o => o.Key, o => o.Value),
            new Place("content/31/zh.md", 7, 1)
        );

    /// <summary>One chapter that asks for the same figures in both languages.</summary>
    public static Book Book(params IReadOnlyList<FigureRequest> figures) => Book(figures, figures);

    public static Book Book(
        IReadOnlyList<FigureRequest> chinese,
        IReadOnlyList<FigureRequest> english,
        IReadOnlyList<Experiment>? experiments = null
    )
    {
        var text = new Localized(new Dictionary<string, string>());
        var report = new Report
        {
            Title = text,
            Description = text,
            Authors = [],
            Url = "",
            Languages = Language.Known,
            Parts = [],
            Data = [],
        };
        var editions = new Dictionary<string, Edition>
        {
            ["zh"] = Edition(Language.Chinese, chinese),
            ["en"] = Edition(Language.English, english),
        };
        return new Book(
            report,
            [new Chapter("31", "3.1", new Part(PartKind.Chapters, 3, text, []), editions, [], [])],
            (experiments ?? []).ToDictionary(e => e.Id)
        );
    }

    public static ExperimentSpec Spec(params IReadOnlyList<string> probes) =>
        new()
        {
            Model = new ModelSpec { Kind = ModelKind.Dense },
            Data = new DataSpec("strokes", DataKind.Strokes, ""),
            Target = Target.Clean,
            Loss = Loss.Mse,
            Optimizer = new OptimizerSpec { Kind = OptimizerKind.Adam, Rate = 1e-3 },
            Epochs = 30,
            Batch = 64,
            Seed = 1,
            Probes = probes,
        };

    /// <summary>Draws; there must be nothing to complain of.</summary>
    public static FigureSet Draw(Book book, RunSet runs)
    {
        var bag = new DiagnosticBag();
        var set = Draw(book, runs, Terms, bag);
        Xunit.Assert.Empty(bag.Sorted());
        return set;
    }

    /// <summary>What is wrong with drawing.</summary>
    public static string Complaints(Book book, RunSet runs, IReadOnlyList<Terms>? terms = null)
    {
        var bag = new DiagnosticBag();
        Draw(book, runs, terms ?? Terms, bag);
        return string.Join('\n', bag.Sorted());
    }

    /// <summary>Without a cache of earlier figures.</summary>
    private static FigureSet Draw(Book book, RunSet runs, IReadOnlyList<Terms> terms, DiagnosticBag bag)
    {
        var root = Directory.CreateTempSubdirectory("recto-figures-").FullName;
        try
        {
            return FigureGallery.Draw(book, runs, terms, Workspace with { Root = root }, bag);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Looks random, from 0 to 1.</summary>
    private static float Scatter(int i) => i * 7919 % 1000 / 1000f;

    private static Edition Edition(Language language, IReadOnlyList<FigureRequest> figures) =>
        new(
            language,
            $"content/31/{language}.md",
            new Located<string>("", Place.Top("")),
            null,
            new MarkdownDocument(),
            figures
        );

    private static RunRecord Record(string id, string[] files, IReadOnlyList<LayerRecord> layers) =>
        new()
        {
            Run = id,
            Keys = new RunKeys("", ""),
            Inputs = new KeyInputs
            {
                Library = "",
                TrainCode = new Dictionary<string, string>(),
                EvaluationCode = new Dictionary<string, string>(),
            },
            Spec = Spec("codes", "reconstructions"),
            Metrics = new Dictionary<string, double>(),
            Layers = layers,
            Artifacts =
            [
                .. files
                    .Select(f => new ArtifactRecord(Path.GetFileName(f), new FileInfo(f).Length, ""))
                    .OrderBy(a => a.Path, StringComparer.Ordinal),
            ],
        };

    private static RunEnvironment Environment { get; } =
        new()
        {
            Cpu = "",
            Os = "",
            Runtime = "",
            TorchSharp = "",
            Pins = new Dictionary<string, string>(),
            InstructionSets = [],
            Threads = 1,
            TrainSeconds = 1,
            TotalSeconds = 1,
            PeakBytes = 1,
        };
}
