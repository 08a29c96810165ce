using System.Diagnostics;
using Recto.Diagnostics;
using Recto.Pipeline;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>Over a repository with one committed edition of a small site.</summary>
public static class SiteDiffTests
{
    [Fact]
    public static void What_a_reader_would_find_changed_is_told_in_markdown()
    {
        using var scratch = Committed();
        Publish(scratch, mse: 0.04, verdict: "not_reproduced", figure: "2", page: "b");
        scratch.Write("site/data/new/run.json", """{ "metrics": { "test.mse": 1 } }""");
        Directory.Delete(scratch["site/data/gone"], recursive: true);
        Seal(scratch);
        Assert.Equal(
            """
            **Since `HEAD` (COMMIT): 2 metrics of 1 runs changed, 1 runs new, 1 removed, 1 claims, 1 figures and 2 pages changed.**

            ### Runs

            - new: `new`
            - removed: `gone`

            ### Metrics

            | run | metric | before | now | change | relative |
            | --- | --- | ---: | ---: | ---: | ---: |
            | `ae` | `parameters` | – | 7 | – | – |
            | `ae` | `test.mse` | 0.05 | 0.04 | -0.01 | -20.00% |

            ### Claims

            | claim | before | now |
            | --- | --- | --- |
            | `c` | reproduced | not reproduced |

            ### Figures

            - `fig zh`

            ### Pages

            - `en/index.html`
            - `zh/index.html`

            """,
            Diff(scratch)
        );
    }

    [Fact]
    public static void Nothing_changed_is_one_line()
    {
        using var scratch = Committed();
        Assert.Equal(
            "**Since `HEAD` (COMMIT): 0 metrics of 0 runs changed, 0 runs new, 0 removed, 0 claims, 0 figures and 0 pages changed.**\n",
            Diff(scratch)
        );
    }

    [Fact]
    public static void A_site_from_before_claims_were_recorded_is_compared_as_far_as_it_goes()
    {
        using var scratch = Committed();
        File.Delete(scratch["site/report.json"]);
        Seal(scratch);
        Run(scratch, "add", "-A");
        Run(scratch, "commit", "-qm", "older");
        Publish(scratch, mse: 0.04, verdict: "not_reproduced", figure: "2", page: "b");
        Seal(scratch);
        var told = Diff(scratch);
        Assert.Contains("0 claims, 0 figures and 2 pages changed", told, StringComparison.Ordinal);
        Assert.EndsWith("these are not compared.\n", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD~7", "git knows no revision 'HEAD~7'; expected a commit, a branch or a tag, such as HEAD or main")]
    [InlineData("--all", "git knows no revision '--all'; expected a commit, a branch or a tag, such as HEAD or main")]
    [InlineData("empty", "there is no site/manifest.json at 'empty'")]
    [InlineData(null, "`recto diff` needs a git revision, such as HEAD or main")]
    public static void What_cannot_be_compared_is_said(string? revision, string sentence)
    {
        using var scratch = Committed();
        var error = Assert.Throws<ReportException>(() => SiteDiff.Of(scratch.Workspace, revision));
        Assert.Equal((ExitCode.AuthorMistake, sentence), (error.Exit, error.Sentence));
    }

    [Fact]
    public static void A_folder_outside_any_repository_is_named()
    {
        using var scratch = new Scratch();
        var error = Assert.Throws<ReportException>(() => SiteDiff.Of(scratch.Workspace, "HEAD"));
        Assert.Equal($"{scratch.Path} does not lie in a git repository", error.Sentence);
    }

    [Fact]
    public static void A_site_that_is_not_built_yet_is_missed()
    {
        using var scratch = Committed();
        Directory.Delete(scratch["site"], recursive: true);
        var error = Assert.Throws<ReportException>(() => SiteDiff.Of(scratch.Workspace, "HEAD"));
        Assert.Equal("there is no site/ yet; `recto build` makes it", error.Sentence);
    }

    private static Scratch Committed()
    {
        var scratch = new Scratch();
        Run(scratch, "init", "-q");
        Run(scratch, "commit", "-q", "--allow-empty", "-m", "empty");
        Run(scratch, "tag", "empty");
        Publish(scratch, mse: 0.05, verdict: "reproduced", figure: "1", page: "a");
        scratch.Write("site/data/ae/run.json", """{ "metrics": { "test.mse": 0.05 } }""");
        scratch.Write("site/data/gone/run.json", """{ "metrics": { "test.mse": 1 } }""");
        Seal(scratch);
        Run(scratch, "add", "-A");
        Run(scratch, "commit", "-qm", "first");
        return scratch;
    }

    private static void Publish(Scratch scratch, double mse, string verdict, string figure, string page)
    {
        var number = FormattableString.Invariant($"{mse}");
        scratch.Write("site/data/ae/run.json", $$"""{ "metrics": { "parameters": 7, "test.mse": {{number}} } }""");
        scratch.Write(
            "site/report.json",
            $$"""{ "claims": { "c": "{{verdict}}" }, "figures": { "fig en": "1", "fig zh": "{{figure}}" } }"""
        );
        scratch.Write("site/zh/index.html", page);
        scratch.Write("site/en/index.html", page);
        scratch.Write("site/index.html", "the same");
    }

    private static void Seal(Scratch scratch)
    {
        File.Delete(scratch["site/manifest.json"]);
        var files = Recto.Runs.FileDigests.OfTree(scratch["site"]);
        scratch.Write("site/manifest.json", new Manifest(files, new Dictionary<string, string>()).ToJson());
    }

    private static string Diff(Scratch scratch)
    {
        var commit = Run(scratch, "rev-parse", "HEAD")[..7];
        return SiteDiff.Of(scratch.Workspace, "HEAD").Replace(commit, "COMMIT", StringComparison.Ordinal);
    }

    private static string Run(Scratch scratch, params string[] arguments)
    {
        string[] identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        var start = new ProcessStartInfo("git", [.. identity, .. arguments])
        {
            WorkingDirectory = scratch.Path,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var answer = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return answer;
    }
}
