using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Recto.Tests.Site;

namespace Recto.Bench;

/// <summary>What Lighthouse says of each type of page of the built site, as on a phone: npm's package, the system's browser.</summary>
internal static class LighthouseBench
{
    private const string Tool = "tests/Bench/node_modules/lighthouse/cli/index.js";

    private static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    /// <param name="pages">Paths below the site; none for one page of each type.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> pages)
    {
        if (!File.Exists(Tool) && await ExitAsync("npm", "ci", "--ignore-scripts", "--prefix", "tests/Bench") != 0)
        {
            await Console.Error.WriteLineAsync("bench: npm could not install Lighthouse (see above)");
            return 5;
        }

        using var server = new SiteServer("site", "/recto/");
        foreach (var page in pages.Count > 0 ? pages : OfEachType())
        {
            var (scores, faults) = await JudgeAsync(server.Address + page);
            var figures = Categories.Zip(scores, (name, score) => $"{name} {score}");
            await Console.Out.WriteLineAsync($"{page}: {string.Join(", ", figures)}");
            foreach (var fault in faults)
            {
                await Console.Out.WriteLineAsync("    " + fault);
            }
        }

        return 0;
    }

    /// <summary>The way in, the page of contents, the shortest and the longest chapter, both languages side by side.</summary>
    private static List<string> OfEachType()
    {
        var chapters = Directory
            .GetFiles("site/zh", "*.html")
            .Where(f => char.IsDigit(Path.GetFileName(f)[0]))
            .OrderBy(f => new FileInfo(f).Length)
            .ToList();
        var both = chapters[^1].Replace("zh", "both", StringComparison.Ordinal);
        string[] files =
        [
            "site/zh/index.html",
            "site/en/index.html",
            chapters[0],
            chapters[^1],
            both,
            "site/zh/evidence.html",
            "site/404.html",
        ];
        return [.. files.Where(File.Exists).Select(f => Path.GetRelativePath("site", f).Replace('\\', '/'))];
    }

    private static async Task<(IEnumerable<string> Scores, IReadOnlyList<string> Faults)> JudgeAsync(string address)
    {
        var report = Path.GetTempFileName();
        try
        {
            var exit = await ExitAsync(
                "node",
                Tool,
                address,
                "--output=json",
                $"--output-path={report}",
                "--quiet",
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
            );
            if (exit != 0)
            {
                throw new InvalidOperationException($"Lighthouse ended with exit code {exit}");
            }

            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
            return (Scores(json.RootElement), Faults(json.RootElement));
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static List<string> Scores(JsonElement report) =>
        [
            .. Categories.Select(name =>
            {
                var score = report.GetProperty("categories").GetProperty(name).GetProperty("score");
                return score.ValueKind == JsonValueKind.Number
                    ? (score.GetDouble() * 100).ToString("0", CultureInfo.InvariantCulture)
                    : "none";
            }),
        ];

    /// <summary>Audits that a category counts and that are not perfect.</summary>
    private static List<string> Faults(JsonElement report) =>
        [
            .. from name in Categories
            from reference in report
                .GetProperty("categories")
                .GetProperty(name)
                .GetProperty("auditRefs")
                .EnumerateArray()
            where reference.GetProperty("weight").GetDouble() > 0
            let audit = report.GetProperty("audits").GetProperty(reference.GetProperty("id").GetString()!)
            where audit.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.995
            let value = audit.TryGetProperty("displayValue", out var shown) ? $" ({shown})" : ""
            select $"{name}: {audit.GetProperty("title")}{value}",
        ];

    private static async Task<int> ExitAsync(string program, params string[] arguments)
    {
        var isScript = OperatingSystem.IsWindows() && program == "npm";
        var start = isScript
            ? new ProcessStartInfo("cmd", ["/c", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.Environment["CHROME_PATH"] = Environment.GetEnvironmentVariable("RECTO_BROWSER") ?? Chromium();
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Lighthouse finds Chrome by itself, but not Debian's Chromium.</summary>
    private static string? Chromium() => File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}
