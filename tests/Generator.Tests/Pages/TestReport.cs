using System.Text;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Figures;
using Recto.Pages;
using Recto.Pipeline;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Pages;

/// <summary>A report on disk, written with Recto's own templates; its two runs are finished, its figures are empty frames.</summary>
internal sealed partial class TestReport : IDisposable
{
    /// <summary>The front matter of a chapter that declares the two runs, and its heading.</summary>
    public const string Front = """
        ---
        title: 标题
        experiments:
          ae_tanh:
            model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
            data: strokes
            loss: mse
            epochs: 2
            batch: 64
            seed: 7
          ae_relu: { from: ae_tanh, model: { activation: relu, output: relu } }
        ---
        # 标题 {#top}


        """;

    private readonly string root = Directory.CreateTempSubdirectory("recto-pages-").FullName;
    private readonly List<string> chapters = [];

    public Workspace Workspace => new(Repository.Root, root, Path.Combine(root, "site"));

    /// <summary>Further lines of <c>report.yml</c>.</summary>
    public string More { get; init; } = "";

    public DiagnosticBag Bag { get; set; } = new();

    /// <summary>Pages are kept for the next time they are written.</summary>
    public bool Keeps { get; set; }

    /// <summary>What <c>report.yml</c> says of parts, if not that one holds all chapters.</summary>
    public string? Tree { get; init; }

    private string OnePart =>
        $$"""
            parts:
              - { number: 3, title: { zh: 实验, en: Experiments }, chapters: [{{string.Join(", ", chapters)}}] }
            """;

    public IReadOnlyList<string> Messages => [.. Bag.Sorted().Select(d => d.ToString())];

    /// <summary>The HTML of Markdown that stands below a chapter's heading.</summary>
    public static string Body(string markdown)
    {
        using var report = new TestReport();
        var draft = report.Add("one", "zh", Front + markdown).Write(Language.Chinese);
        Assert.Empty(report.Messages);
        var page = Text(draft, "zh/one.html");
        var start = Opening().Match(page) is { Success: true } opening ? opening.Index + opening.Length : 0;
        string[] ends = ["<section class=\"references\"", "<section class=\"provenance\"", "</article>"];
        var end = ends.Select(e => page.IndexOf(e, start, StringComparison.Ordinal)).Where(e => e >= 0).Min();
        return page[start..end].TrimEnd('\n');
    }

    /// <summary>What a template prints before a chapter's text.</summary>
    [GeneratedRegex(
        "<header class=\"title\">.*?</header>\n(<p class=\"tally\">.*?</p>\n)?(<details.*?</details>\n)?",
        RegexOptions.Singleline
    )]
    private static partial Regex Opening();

    public static string Text(SiteDraft draft, string path) => Encoding.UTF8.GetString(draft.Files[path]);

    public TestReport Add(string chapter, string language, string text)
    {
        if (!chapters.Contains(chapter))
        {
            chapters.Add(chapter);
        }

        return File($"content/{chapter}/{language}.md", text);
    }

    public TestReport File(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return this;
    }

    public SiteDraft Write(params Language[] languages) => Write(demo: false, languages);

    public void WriteReport(params Language[] languages)
    {
        var codes = string.Join(", ", languages.Select(l => l.Code));
        File(
            "content/report.yml",
            $$"""
            title: { zh: 一份 <报告>, en: A <report> }
            description: { zh: 说明, en: About }
            authors: [A. Author]
            url: https://example.org/r/
            languages: [{{codes}}]
            {{Tree ?? OnePart}}
            data: { strokes: { kind: strokes } }
            {{More}}
            """
        );
    }

    public SiteDraft Write(bool demo, params Language[] languages) =>
        Write(demo, _ => { }, new HashSet<string>(), languages);

    /// <param name="change">What is not as it should be with the runs' results.</param>
    /// <param name="stale">Whose results are earlier ones.</param>
    public SiteDraft Write(
        Action<Dictionary<string, Run>> change,
        IReadOnlySet<string> stale,
        params Language[] languages
    ) => Write(false, change, stale, languages);

    private SiteDraft Write(
        bool demo,
        Action<Dictionary<string, Run>> change,
        IReadOnlySet<string> stale,
        Language[] languages
    )
    {
        WriteReport(languages);
        var book = BookReader.Read(Workspace, Bag)!;
        var results = Planner.Plan(book, demo, Bag).Runs.Select(Run).ToDictionary(r => r.Id);
        change(results);
        var runs = new RunSet(results) { Stale = stale };
        var terms = TermsReader.Read(Workspace, languages, Bag);
        var source = new SiteSource(book, runs, Frames(book, results), terms, Workspace, demo)
        {
            Inputs = Keeps ? InputsDigest.OfPages(Workspace, InputsDigest.OfTexts(Workspace)) : null,
        };
        return PageWriter.Write(source, Bag);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    /// <summary>Metrics are 0.05624891 for the first run and 0.06774321 for the second.</summary>
    internal static Run Run(Experiment experiment) => Run(experiment.Id, experiment.Spec);

    private static Run Run(PlannedRun planned) => Run(planned.Id, planned.Spec);

    private static Run Run(string id, ExperimentSpec spec)
    {
        var value = id == "ae_tanh" ? 0.05624891 : 0.06774321;
        var record = new RunRecord
        {
            Run = id,
            Keys = new RunKeys(new string('a', 64), new string('b', 64)),
            Inputs = new KeyInputs
            {
                Library = "none",
                TrainCode = new Dictionary<string, string>(),
                EvaluationCode = new Dictionary<string, string>(),
            },
            Spec = spec,
            Metrics = MetricCatalog.Of(spec).ToDictionary(path => path, _ => value),
            Layers = [],
            Artifacts = [],
        };
        var environment = new RunEnvironment
        {
            Cpu = "",
            Os = "",
            Runtime = "",
            TorchSharp = "",
            Pins = new Dictionary<string, string>(),
            InstructionSets = [],
            Threads = 1,
            TrainSeconds = 12.5,
            TotalSeconds = 13,
            PeakBytes = 1,
        };
        var curves = MetricCatalog.Curves(spec).ToDictionary(c => c, _ => (IReadOnlyList<double>)[0.1, value]);
        return new Run(id, record, environment, "", curves);
    }

    internal static FigureSet Frames(Book book, IReadOnlyDictionary<string, Run>? results = null) =>
        new([
            .. book
                .Chapters.SelectMany(chapter => chapter.Editions.Values)
                .SelectMany(edition =>
                    edition
                        .Figures.Where(f => f.Runs.All(run => results?.ContainsKey(run) ?? true))
                        .Select(request => new Figure(
                            request.Id,
                            edition.Language,
                            $"<svg viewBox=\"0 0 760 452\"><image href=\"../figures/{request.Id}.webp\"/></svg>",
                            [new("a <b>", "c0", ""), new("test", "c1", "6 4"), new("0", "c2", null)],
                            new Dictionary<string, byte[]> { [request.Id + ".webp"] = [1, 2] },
                            [.. request.Runs.SelectMany(run => Seeds(run, results)).Select(run => run + "/curves.csv")]
                        ))
                ),
        ]);

    private static IEnumerable<string> Seeds(string experiment, IReadOnlyDictionary<string, Run>? results) =>
        results?.Keys.Where(run => SeedId.Experiment(run) == experiment) ?? [experiment];
}
