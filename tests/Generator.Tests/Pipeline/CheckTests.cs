using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary><c>recto check</c>: all that is wrong, at once, and nothing else happens.</summary>
public static class CheckTests
{
    private const string Help = "https://recto-report.github.io/recto/guide/en/errors.html";

    [Fact]
    public static async Task What_is_wrong_is_printed_and_nothing_is_trained_or_written()
    {
        using var report = new StubBuild();
        var text = await report.Folder.ReadAsync("content/one/en.md");
        report.Folder.Write("content/one/en.md", text + "See [a page](there.html), ꙮ.\n");
        var answer = await report.CheckAsync();
        Assert.Equal(2, answer.Exit);
        Assert.Equal("", answer.Errors);
        Assert.Equal(
            $"""
            content/one/en.md(19,5): error link-unknown: 'there.html' leads nowhere; expected '#id' of the report, or an address with http, https or mailto
            content/one/en.md(19,27): error pdf-glyph-missing: the fonts of the PDF (Noto Serif SC and Noto Sans SC) have no glyph for 'ꙮ' (U+A66E); write it in another way
            (what a code means: {Help}#link-unknown)
            check: 2 errors

            """,
            answer.Output
        );
        Assert.Empty(report.Log());
        Assert.Equal(
            [".cache", "content"],
            Directory.GetDirectories(report.Folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public static async Task A_report_without_mistakes_is_said_to_have_none()
    {
        using var report = new StubBuild();
        Assert.Equal((0, "check: nothing wrong\n", ""), await report.CheckAsync());
        Assert.Equal((0, "[]\n", ""), await report.CheckAsync("--format", "json"));
        Assert.Equal((0, "", ""), await report.CheckAsync("--format", "github"));
    }

    [Fact]
    public static async Task A_warning_is_no_failure_until_it_is_forbidden()
    {
        using var report = new StubBuild();
        File.Delete(report.Folder["content/one/en.md"]);
        var lenient = await report.CheckAsync("--format", "github");
        const string Sentence =
            $" file=content/report.yml,line=7,col=65,title=translation-missing::there is no content/one/en.md; the page will say so ({Help}#translation-missing)\n";
        Assert.Equal((0, "::warning" + Sentence, ""), lenient);
        Assert.Equal((2, "::error" + Sentence, ""), await report.CheckAsync("--format", "github", "--strict"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    public static async Task Nothing_is_said_of_a_report_that_is_not_there(string root)
    {
        using var report = new StubBuild();
        using var process = report.Start(["dotnet", Scratch.StandIns, "recto", "check", "--root", root]);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, "", $"recto: --root {root}: there is no such folder\n"), (process.ExitCode, output, errors));
    }

    [Fact]
    public static async Task A_file_that_leads_to_itself_is_no_bug_of_ours()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        using var report = new StubBuild();
        File.Delete(report.Folder["content/one/en.md"]);
        File.CreateSymbolicLink(report.Folder["content/one/en.md"], "en.md");
        var answer = await report.CheckAsync();
        Assert.Equal((5, ""), (answer.Exit, answer.Output));
        Assert.StartsWith("recto: Too many levels of symbolic links", answer.Errors, StringComparison.Ordinal);
    }
}
