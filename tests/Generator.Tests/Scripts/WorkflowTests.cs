using System.Text.RegularExpressions;
using Recto.Pipeline;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Recto.Tests.Scripts;

/// <summary>GitHub runs the workflows, we cannot; but what they name must exist, and they must not ask for more than they need.</summary>
public static partial class WorkflowTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Cast<string>()];

    private static string Folder => Path.Combine(Repository.Root, ".github", "workflows");

    [Fact]
    public static void There_is_one_to_publish_one_for_pull_requests_and_one_for_all_systems() =>
        Assert.Equal(["matrix.yml", "pages.yml", "pull-request.yml"], Files.Select(f => f.Data));

    [Theory]
    [MemberData(nameof(Files))]
    public static void Jobs_run_on_known_systems_in_limited_time_and_write_nothing_but_the_pages(string file)
    {
        var workflow = Read(file);
        Assert.Equal(["contents: read"], Permissions(workflow));
        foreach (var (name, job) in Jobs(workflow))
        {
            Assert.Matches(@"^(\$\{\{ matrix\.os \}\}|(ubuntu|windows|macos)-latest)$", Text(job, "runs-on"));
            Assert.InRange(int.Parse(Text(job, "timeout-minutes"), null), 1, 120);
            Assert.Equal(
                (file, name) == ("pages.yml", "deploy") ? ["pages: write", "id-token: write"] : [],
                Permissions(job)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public static void Actions_are_GitHub_s_own_by_their_major_version(string file) =>
        Assert.All(
            Steps(file).Select(step => Text(step, "uses")).Where(uses => uses.Length > 0),
            uses => Assert.Matches(@"^actions/[a-z-]+@v\d+$", uses)
        );

    [Theory]
    [MemberData(nameof(Files))]
    public static void Commands_are_scripts_of_ours_with_verbs_and_options_that_exist(string file) =>
        Assert.All(
            Steps(file).Select(step => Text(step, "run")).Where(run => run.Length > 0),
            run =>
            {
                var command = Command().Match(run);
                Assert.True(command.Success, run);
                Assert.True(File.Exists(Path.Combine(Repository.Root, command.Groups["script"].Value)), run);
                if (command.Groups["verb"].Success)
                {
                    Arguments.Read([.. command.Groups["verb"].Value.Split(' ').Select(Known)]);
                }
            }
        );

    [Theory]
    [MemberData(nameof(Files))]
    public static void Files_that_caches_depend_on_exist_and_no_host_is_named(string file)
    {
        foreach (var with in Steps(file).Select(step => Child(step, "with")).OfType<YamlMappingNode>())
        {
            Assert.All(
                new[] { Text(with, "global-json-file"), Text(with, "cache-dependency-path") }.Where(p => p.Length > 0),
                pattern => Assert.NotEmpty(Matching(pattern))
            );
        }

        Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(Folder, file)), StringComparison.Ordinal);
    }

    /// <summary>A variable stands for a value.</summary>
    private static string Known(string word) => word.StartsWith('$') ? "x" : word;

    private static string[] Matching(string pattern)
    {
        var folder = pattern.StartsWith("src/", StringComparison.Ordinal) ? "src" : "";
        return Directory.GetFiles(
            Path.Combine(Repository.Root, folder),
            Path.GetFileName(pattern),
            pattern.Contains("**", StringComparison.Ordinal)
                ? SearchOption.AllDirectories
                : SearchOption.TopDirectoryOnly
        );
    }

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Folder, file));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(string file) =>
        Jobs(Read(file)).SelectMany(job => (YamlSequenceNode)job.Job["steps"]).Cast<YamlMappingNode>();

    private static IEnumerable<(string Name, YamlMappingNode Job)> Jobs(YamlMappingNode workflow) =>
        ((YamlMappingNode)workflow["jobs"]).Select(job => (job.Key.ToString(), (YamlMappingNode)job.Value));

    private static IEnumerable<string> Permissions(YamlMappingNode node) =>
        (Child(node, "permissions") as YamlMappingNode)?.Select(p => $"{p.Key}: {p.Value}") ?? [];

    private static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static string Text(YamlMappingNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value ?? "";

    [GeneratedRegex(
        @"^(?<script>\.ci/run|\./build\.ps1)(?: (?<verb>[^|>\n]*[^|>\n ]))?(?: \| Add-Content \$env:GITHUB_STEP_SUMMARY)?$"
    )]
    private static partial Regex Command();
}
