using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Guide;

/// <summary>Does what the guide says, snippet by snippet: types the files, runs the commands, compares the answers.</summary>
/// <remarks>
/// <c>sh</c> is run beside build.sh; after <c>exit 2</c> it must end so, and after <c>serve</c> it is ended once it has
/// said what is shown. A label names a file of the report: written as a whole; with <c>…</c> added to the file; with
/// <c>---</c> added to its front matter. <c>text</c> is the answer to the command above it, in which … stands for anything.
/// </remarks>
internal sealed partial class GuideReader : IDisposable
{
    private readonly Scratch folder = new();

    /// <summary>The report that the guide makes.</summary>
    private const string Report = "digits";

    /// <param name="earlier">Whose report is gone on with; null to begin.</param>
    public GuideReader(GuideReader? earlier = null)
    {
        var recto = Path.Combine(AppContext.BaseDirectory, "recto.dll");
        var script = folder.Write("recto/build.sh", $"#!/bin/sh\nexec dotnet '{recto}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        foreach (var file in earlier?.folder.Files(Report) ?? [])
        {
            folder.Write($"{Report}/{file}", File.ReadAllBytes(earlier!.folder[$"{Report}/{file}"]));
        }
    }

    /// <summary>Runs only what begins something or checks it; the rest costs training and printing, and is run in another language.</summary>
    public bool IsHasty { get; init; }

    public string this[string path] => folder[$"{Report}/{path}"];

    /// <returns>What is not as the guide says.</returns>
    public async Task<IReadOnlyList<string>> FollowAsync(IReadOnlyList<Snippet> snippets)
    {
        var wrong = new List<string>();
        for (var i = 0; i < snippets.Count; i++)
        {
            var snippet = snippets[i];
            var answer = i + 1 < snippets.Count && snippets[i + 1].IsAnswer ? snippets[i + 1] : null;
            if (snippet.Grammar == "sh")
            {
                wrong.AddRange(await RunAsync(snippet, answer));
                i += answer is null ? 0 : 1;
            }
            else if (FileLabel().Match(snippet.Label) is { Success: true } label)
            {
                Type(snippet, label.Groups["path"].Value, label.Groups["how"].Value);
            }
            else
            {
                wrong.Add($"{snippet.Place}: nothing tries this snippet");
            }
        }

        return wrong;
    }

    private void Type(Snippet snippet, string path, string how)
    {
        var before = File.Exists(this[path]) ? File.ReadAllText(this[path]) : "";
        var text = how switch
        {
            "" => snippet.Text,
            "---" => FrontMatter()
                .Replace(before, m => $"---\n{YamlText.Merged(m.Groups[1].Value, snippet.Text)}---\n", 1),
            _ when snippet.Grammar == "yaml" => YamlText.Merged(before, snippet.Text),
            _ => before.TrimEnd('\n') + "\n\n" + snippet.Text,
        };
        folder.Write($"{Report}/{path}", text);
    }

    private async Task<IEnumerable<string>> RunAsync(Snippet snippet, Snippet? answer)
    {
        var commands = IsHasty ? Costly().Replace(snippet.Text, "") : snippet.Text;
        var isWhole = commands == snippet.Text;
        var start = new ProcessStartInfo("sh", ["-c", $"exec 2>&1\n{commands}"])
        {
            WorkingDirectory = folder["recto"],
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output =
            snippet.Label == "serve" && isWhole ? await ServedAsync(process, answer) : await WholeAsync(process);
        var exit = snippet.Label.StartsWith("exit ", StringComparison.Ordinal)
            ? int.Parse(snippet.Label[5..], CultureInfo.InvariantCulture)
            : 0;
        return !isWhole
            ? []
            :
            [
                .. snippet.Label == "serve" || process.ExitCode == exit
                    ? Array.Empty<string>()
                    : [$"{snippet.Place}: ends with {process.ExitCode}, not {exit}:\n{output}"],
                .. answer is null || Answers(answer.Text, output)
                    ? Array.Empty<string>()
                    : [$"{answer.Place}: the answer is\n{output}"],
            ];
    }

    private static async Task<string> WholeAsync(Process process)
    {
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return output;
    }

    /// <summary>Until it has said what is expected, or for a minute.</summary>
    private static async Task<string> ServedAsync(Process process, Snippet? answer)
    {
        var output = new StringBuilder();
        using var minute = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        minute.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            while (
                !(answer is not null && Answers(answer.Text, output.ToString()))
                && await process.StandardOutput.ReadLineAsync(minute.Token) is { } line
            )
            {
                output.Append(line).Append('\n');
            }
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested) { }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Cancel);
        return output.ToString();
    }

    /// <summary>A line … stands for any lines, an … within one for anything in it.</summary>
    public static bool Answers(string shown, string output)
    {
        var pattern = string.Concat(
            shown
                .TrimEnd('\n')
                .Split('\n')
                .Select(line =>
                    line == "…" ? "(?:.*\n)*?" : Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal) + "\n"
                )
        );
        return Regex.IsMatch(output, $"\\A{pattern}\\z");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"^\./build\.sh (?!new |check ).*\n", RegexOptions.Multiline)]
    private static partial Regex Costly();

    [GeneratedRegex(@"^(?<path>[A-Za-z0-9_./-]+\.[a-z]+)(?: (?<how>…|---))?$")]
    private static partial Regex FileLabel();

    [GeneratedRegex(@"\A---\n(.*?)^---\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FrontMatter();
}
