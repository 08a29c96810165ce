using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Recto.Pdf;

namespace Recto.Bench;

/// <summary>From the moment a file of the report is saved to the moment the open page shows it, in a real browser.</summary>
internal static class ServeBench
{
    private const int Times = 50;
    private const string Chapter = "content/21-autoencoder";

    /// <summary>An author types on.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(900);

    /// <param name="Write">The file with a word that it has not had before.</param>
    /// <param name="Shows">Asks the page for it.</param>
    private sealed record Edit(
        string Kind,
        string File,
        Func<string, string, string> Write,
        Func<string, string> Shows
    );

    private static readonly IReadOnlyList<Edit> Edits =
    [
        new("chapter", $"{Chapter}/en.md", (text, word) => $"{text}\nA paragraph, {word}.\n", InText),
        new(
            "template",
            "templates/foot.html",
            (text, word) => text.Replace("<p>", $"<p>{word} ", StringComparison.Ordinal),
            InText
        ),
        new(
            "label",
            "templates/terms.en.yml",
            (text, word) => text.Replace("made_with: ", $"made_with: {word} ", StringComparison.Ordinal),
            InText
        ),
        new(
            "style",
            "templates/assets/recto.css",
            (text, word) => $"{text}\narticle {{ --bench: {word}; }}\n",
            word => $"getComputedStyle(document.querySelector('article')).getPropertyValue('--bench') === '{word}'"
        ),
        new(
            "picture",
            $"{Chapter}/schematic.svg",
            (text, word) => text.Replace(">Encoder<", $">Encoder {word}<", StringComparison.Ordinal),
            InText
        ),
    ];

    /// <summary>Leaves the report as it was.</summary>
    public static async Task<int> RunAsync()
    {
        using var server = Process.Start(
            new ProcessStartInfo("sh", ["build.sh", "serve"]) { RedirectStandardOutput = true }
        )!;
        var texts = Edits.ToDictionary(e => e.File, e => File.ReadAllText(e.File));
        try
        {
            var address = await AddressAsync(server.StandardOutput);
            using var playwright = await Playwright.CreateAsync();
            var path = BrowserFinder.Find(HostSystem.This, playwright.Chromium.ExecutablePath);
            await using var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] }
            );
            var page = await browser.NewPageAsync();
            await page.GotoAsync($"{address}en/21-autoencoder.html");
            await page.EvaluateAsync("scrollTo(0, 600)");
            var taken = new List<(string Kind, double Seconds)>();
            for (var i = -Edits.Count; i < Times; i++) // the first of each are for practice
            {
                var edit = Edits[(i + Edits.Count) % Edits.Count];
                await Task.Delay(Between);
                var seconds = await SecondsAsync(page, edit, texts[edit.File], i + Edits.Count);
                if (i >= 0)
                {
                    taken.Add((edit.Kind, seconds));
                }
            }

            foreach (var kind in taken.GroupBy(t => t.Kind))
            {
                Tell(kind.Key, [.. kind.Select(t => t.Seconds)]);
            }

            Tell("all", [.. taken.Select(t => t.Seconds)]);
            return 0;
        }
        finally
        {
            texts.ToList().ForEach(text => File.WriteAllText(text.Key, text.Value));
            server.Kill(entireProcessTree: true);
        }
    }

    /// <summary>After what the script has to say.</summary>
    private static async Task<string> AddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http:", StringComparison.Ordinal))
            {
                return line.Split(' ')[0];
            }
        }

        throw new InvalidOperationException("recto serve said no address");
    }

    private static string InText(string word) => $"document.body.textContent.includes('{word}')";

    private static async Task<double> SecondsAsync(IPage page, Edit edit, string text, int i)
    {
        var word = "benched" + string.Concat($"{i:00}".Select(digit => (char)('a' + digit - '0')));
        var seen = page.EvaluateAsync<double>(
            $$"""
            () => new Promise(resolve => {
                const look = () => {{edit.Shows(
                word
            )}} ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look);
                look();
            })
            """
        );
        await Task.Delay(50);
        var bytes = edit.Write(text, word);
        var saved = DateTimeOffset.UtcNow;
        await File.WriteAllTextAsync(edit.File, bytes);
        return (await seen - saved.ToUnixTimeMilliseconds()) / 1000;
    }

    private static void Tell(string what, List<double> seconds)
    {
        seconds.Sort();
        var (median, high) = (seconds[seconds.Count / 2], seconds[(int)Math.Ceiling(0.95 * seconds.Count) - 1]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: median {median:0.000} s, 95th percentile {high:0.000} s of {seconds.Count} edits (to {seconds[^1]:0.000})"
            )
        );
    }
}
