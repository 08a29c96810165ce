using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Recto.Trials;

/// <summary>A report of four runs in two editions that differ in text and in two of the runs; built by a process that can be killed.</summary>
/// <param name="command">Recto: a program and its first arguments.</param>
public sealed class TrialReport(IReadOnlyList<string> command) : IDisposable
{
    private const string Report = """
        title: { en: A report }
        description: { en: About }
        authors: [Nobody]
        url: https://example.org/
        languages: [en]
        parts:
          - { number: 1, title: { en: All }, chapters: [one] }
        data: { strokes: { kind: strokes } }
        """;

    /// <summary>The runs that are others in each edition.</summary>
    public static IReadOnlyList<string> Varied { get; } = ["c", "d"];

    public string Root { get; } = Directory.CreateTempSubdirectory("recto-trial-").FullName;

    public string Cache => Path.Combine(Root, ".cache", "runs");

    public string Site => Path.Combine(Root, "site");

    /// <param name="words">Changes the page, and no run.</param>
    public void Write(int edition, string words = "")
    {
        Directory.CreateDirectory(Path.Combine(Root, "content", "one"));
        File.WriteAllText(Path.Combine(Root, "content", "report.yml"), Report);
        File.WriteAllText(
            Path.Combine(Root, "content", "one", "en.md"),
            $$$"""
            ---
            title: One
            experiments:
              a:
                model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }
                data: strokes
                loss: mse
                epochs: 2
                batch: 64
                seed: 1
              b: { from: a, seed: 2 }
              c: { from: a, after: a, seed: {{{edition + 10}}} }
              d: { from: a, seed: {{{edition + 20}}} }
            ---
            # Edition {{{edition}}} {#one}

            {{{words}}} {{ a.test.mse | fixed 4 }}, {{ b.test.mse | fixed 4 }}, {{ c.test.mse | fixed 4 }}, {{ d.test.mse | fixed 4 }}.

            ![alt](figure:curves "Caption"){#fig-a runs="c d" metric=loss}

            """
        );
    }

    public Process Start(params IEnumerable<string> options)
    {
        string[] arguments = [.. command.Skip(1), "build", "--root", Root, "--jobs", "2", .. options];
        return Process.Start(
            new ProcessStartInfo(command[0], arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
    }

    /// <summary>An undisturbed build.</summary>
    public async Task<(int Exit, string Output, string Errors)> BuildAsync(params IEnumerable<string> options)
    {
        using var process = Start(options);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>What is published: path → digest; nothing of what tells of times.</summary>
    public string Edition() =>
        string.Join('\n', Manifest().Where(f => !IsOfTimes(f.Key)).Select(f => $"{f.Value} {f.Key}"));

    /// <summary>Files of the site that are not as its manifest says.</summary>
    public IReadOnlyList<string> Troubles()
    {
        if (!Directory.Exists(Site))
        {
            return [];
        }

        var told = Manifest();
        var found = Directory
            .EnumerateFiles(Site, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(Site, f).Replace('\\', '/'), Digest);
        found.Remove("manifest.json");
        return [.. told.Except(found).Concat(found.Except(told)).Select(f => f.Key).Distinct().Order()];
    }

    /// <summary>Finished runs of the cache: folder → when it was made.</summary>
    public IReadOnlyDictionary<string, DateTime> Kept() =>
        Directory.Exists(Cache)
            ? Directory
                .GetDirectories(Cache)
                .Where(f => !Path.GetFileName(f).StartsWith('.'))
                .ToDictionary(f => f, f => File.GetLastWriteTimeUtc(Path.Combine(f, "run.json")))
            : new Dictionary<string, DateTime>();

    /// <summary>What killed builds must not leave once another one has ended.</summary>
    public IReadOnlyList<string> Leftovers() =>
        [
            .. Directory.GetDirectories(Root, ".site-*"),
            .. Directory.Exists(Cache) ? Directory.GetFileSystemEntries(Cache, ".*") : [],
        ];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private SortedDictionary<string, string> Manifest()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Site, "manifest.json")));
        return new(
            json.RootElement.GetProperty("files")
                .EnumerateObject()
                .ToDictionary(p => p.Name, p => p.Value.GetString()!),
            StringComparer.Ordinal
        );
    }

    private static bool IsOfTimes(string path) =>
        Path.GetFileName(path) is "environment.json" or "SHA256SUMS" or "evidence.html";

    private static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
