using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Content.Schemas;
using Recto.Diagnostics;
using Recto.Pipeline;
using Recto.Tests.Diagnostics;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Content.Schemas;

/// <summary>What editors know of a report is what its readers accept.</summary>
/// <remarks><c>./build.sh schema</c> writes the committed files anew.</remarks>
public static class SchemaTests
{
    private static readonly string Vscode = Path.Combine(Repository.Root, ".vscode");

    public static TheoryData<string> Chapters =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Mistakes that need no other file to be seen.</summary>
    public static TheoryData<string> Shown =>
        [
            .. Catalogue
                .Entries.Where(e => e.Wrong.Keys.Any(k => k is "run" or "front" or "content/report.yml"))
                .Select(e => e.Code),
        ];

    [Theory]
    [InlineData("report.schema.json")]
    [InlineData("front-matter.schema.json")]
    [InlineData("settings.json")]
    [InlineData("tasks.json")]
    public static void The_committed_files_are_those_that_are_made(string name)
    {
        using var scratch = new Scratch();
        EditorFiles.Write(scratch.Workspace);
        Assert.Equal(
            File.ReadAllText(scratch[$".vscode/{name}"]),
            File.ReadAllText(Path.Combine(Vscode, name)).ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public static void Settings_and_tasks_of_the_author_stay_and_find_Recto_from_elsewhere()
    {
        using var scratch = new Scratch();
        scratch.Write(".vscode/settings.json", "{}");
        var workspace = scratch.Workspace with { Home = Path.Combine(scratch.Path, "..", "recto") };
        Assert.Equal(
            [".vscode/report.schema.json", ".vscode/front-matter.schema.json", ".vscode/tasks.json"],
            EditorFiles.Write(workspace)
        );
        Assert.Equal("{}", File.ReadAllText(scratch[".vscode/settings.json"]));
        Assert.Contains(
            "\"../recto/build.sh check --root .\"",
            File.ReadAllText(scratch[".vscode/tasks.json"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static void Models_of_the_report_s_own_are_kinds_with_their_keys()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "src/Models/Lopsided.cs",
            "public static class Lopsided { public static Network Build(IReadOnlyList<int> layers, double share) => null!; }"
        );
        EditorFiles.Write(scratch.Workspace);
        var schema = File.ReadAllText(scratch[".vscode/front-matter.schema.json"]);
        Assert.True(IsValid("kind: lopsided, layers: [784, 2], share: 0.5"));
        Assert.False(IsValid("kind: lopsided, layers: [784, 2], shear: 0.5"));
        Assert.False(IsValid("kind: lopside, layers: [784, 2]"));

        bool IsValid(string model) =>
            YamlJson.IsValid($"title: T\nexperiments:\n  ae: {{ model: {{ {model} }}, data: d, epochs: 1 }}\n", schema);
    }

    [Fact]
    public static void This_report_is_valid() =>
        Assert.True(
            YamlJson.IsValid(
                File.ReadAllText(Path.Combine(Repository.Root, "content", "report.yml")),
                ReportSchemas.Report
            )
        );

    [Theory]
    [MemberData(nameof(Chapters))]
    public static void So_is_the_front_matter_of_its_chapters(string file) =>
        Assert.True(IsFrontMatter(File.ReadAllText(Path.Combine(Repository.Root, file)).Split("---\n")[1]));

    /// <summary>What the readers refuse, the schema refuses, unless it takes more than one value to see.</summary>
    [Theory]
    [MemberData(nameof(Shown))]
    public static void What_readers_accept_is_valid_and_what_they_refuse_is_not(string code)
    {
        var entry = Catalogue.Entries.Single(e => e.Code == code);
        Assert.True(IsValid(entry.Right));
        if (
            code
            is "key-unknown"
                or "key-missing"
                or "key-invalid"
                or "value-wrong"
                or "value-unknown"
                or "run-id-invalid"
        )
        {
            Assert.False(IsValid(entry.Wrong));
        }
    }

    [Theory]
    [InlineData(
        "model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh, encoder: [] }\ndata: d\nepochs: 1",
        false
    )]
    [InlineData("model: { kind: dense, layers: [784], activation: tanh, output: tanh }\ndata: d\nepochs: 1", false)]
    [InlineData("model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }\ndata: d\nepochs: 1", true)]
    [InlineData(
        "model: { kind: conv, encoder: [conv: 16, pool: 2], decoder: [{ conv: 1, kernel: 5 }] }\ndata: d\nepochs: 1",
        true
    )]
    [InlineData("model: { kind: conv, encoder: [cnov: 16], decoder: [conv: 1] }\ndata: d\nepochs: 1", false)]
    [InlineData("model: { kind: pca, layers: [784, 2] }\ndata: d", true)]
    [InlineData("model: { kind: pca, layers: [784, 2] }\ndata: d\nepochs: 1", false)]
    [InlineData("from: other", true)]
    [InlineData("from: other\nmodel: { layers: [784, 64, 2] }\ngreedy: none", true)]
    [InlineData("from: other\nepochs: '5'", false)]
    [InlineData("from: other\nepoch: 5", false)]
    [InlineData("from: other\nnoise: gaussian", false)]
    [InlineData("from: other\nnoise: { kind: gaussian, amount: 0.5 }", true)]
    [InlineData("foreach: { code: [2, 16] }\nfrom: other\nmodel: { layers: [784, $code] }", true)]
    [InlineData("from: other\noptimizer: adam", true)]
    [InlineData("from: other\nseeds: 0", false)]
    public static void Experiments_are_known_to_the_last_key(string experiment, bool isValid) =>
        Assert.Equal(isValid, IsValid(new Dictionary<string, string> { ["run"] = experiment }));

    /// <summary>VS Code matches with JavaScript's expressions, of which this one is a common subset.</summary>
    [Fact]
    public static void The_problem_matcher_reads_what_check_prints()
    {
        var tasks = JsonNode.Parse(File.ReadAllText(Path.Combine(Vscode, "tasks.json")))!;
        var pattern = tasks["tasks"]![0]!["problemMatcher"]!["pattern"]!;
        var regex = new Regex((string)pattern["regexp"]!, RegexOptions.ECMAScript);
        var wrong = new Dictionary<string, string> { ["body"] = "[](#nothing) (see {{ ea | fixed 4 }})\n" };
        foreach (
            var d in CatalogueReport
                .Check(wrong)
                .Concat(CatalogueReport.Check(new Dictionary<string, string> { ["bilingual"] = "" }))
        )
        {
            var line = DiagnosticWords.Of([d], DiagnosticFormat.Text).Single().Split('\n')[0];
            var match = regex.Match(line);
            Assert.True(match.Success, line);
            Assert.Equal(
                [
                    d.Place!.File,
                    $"{d.Place.Line}",
                    $"{d.Place.Column}",
                    d.Severity.ToString().ToLowerInvariant(),
                    d.Code,
                ],
                new[] { "file", "line", "column", "severity", "code" }.Select(group =>
                    match.Groups[(int)pattern[group]!].Value
                )
            );
        }

        Assert.DoesNotMatch(regex, "check: 2 errors");
    }

    private static bool IsValid(IReadOnlyDictionary<string, string> example) =>
        example.All(block =>
            block.Key switch
            {
                "front" => IsFrontMatter(block.Value),
                "run" => IsFrontMatter(
                    $"title: T\nexperiments:\n  ae:\n{string.Concat(block.Value.TrimEnd('\n').Split('\n').Select(l => $"    {l}\n"))}"
                ),
                "content/report.yml" => YamlJson.IsValid(block.Value, ReportSchemas.Report),
                _ => true,
            }
        );

    private static bool IsFrontMatter(string yaml) => YamlJson.IsValid(yaml, ReportSchemas.FrontMatter(OwnKinds.None));
}
