using System.Diagnostics;
using System.Globalization;
using Recto.Diagnostics;
using Recto.Pipeline;

namespace Recto.StandIns.Fuzz;

/// <summary>Checks one odd report after another, and says which of them is answered with anything but diagnostics.</summary>
internal sealed class FuzzRun : IDisposable
{
    private const string Published = "an earlier edition";

    /// <summary>Generous: other work may share the machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>A build takes ten times as long as a check, so only some of the right reports are built.</summary>
    private const int EachBuilt = 5;

    private const int EachCommanded = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("recto-fuzz-").FullName;
    private readonly string repository;

    private readonly int eachBuilt;

    private FuzzRun(string repository, int eachBuilt)
    {
        this.repository = repository;
        this.eachBuilt = eachBuilt;
    }

    /// <summary><c>fuzz TIMES SEED [EACH]</c>: of the right reports, each so many-th is built; 1 if there was trouble.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var numbers = arguments.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        var (times, first) = (numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1));
        Console.WriteLine($"seeds {first} to {first + times - 1}");
        using var run = new FuzzRun(Repository(), numbers.ElementAtOrDefault(2) is > 0 and var each ? each : EachBuilt);
        var watch = Stopwatch.StartNew();
        var (bad, slowest) = (0, TimeSpan.Zero);
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = first; seed < first + times; seed++)
        {
            await Console.Out.FlushAsync();
            var began = watch.Elapsed;
            var (trouble, found) = await run.TryAsync(seed);
            slowest = slowest > watch.Elapsed - began ? slowest : watch.Elapsed - began;
            found.Select(d => d.Code).Distinct().ToList().ForEach(c => codes[c] = codes.GetValueOrDefault(c) + 1);
            if (trouble is not null)
            {
                bad++;
                Console.WriteLine($"seed {seed}: TROUBLE: {trouble}");
            }
        }

        Console.WriteLine($"{codes.Count} codes: {string.Join(", ", codes.Select(c => $"{c.Key} {c.Value}"))}");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{times} odd reports in {watch.Elapsed.TotalSeconds:0} s, the slowest in {slowest.TotalSeconds:0.0} s, {bad} with trouble"
            )
        );
        return bad == 0 ? 0 : 1;
    }

    private async Task<(string? Trouble, IReadOnlyList<Diagnostic> Found)> TryAsync(int seed)
    {
        var report = new OddReport(repository, new Random(seed));
        Write(report.Files());
        // A stack that overflows ends this process: then this is the last line.
        await File.WriteAllTextAsync(folder + ".last", $"seed {seed}: {report.Story}\n");
        var bag = new DiagnosticBag();
        var trouble = await InTimeAsync(bag, "check", "--root", folder) ?? Changed();
        if (trouble is null && report.IsSmall && !bag.HasErrors && seed % eachBuilt == 0)
        {
            trouble =
                await InTimeAsync(bag, "build", "--no-train", "--no-pdf", "--root", folder)
                ?? (bag.HasErrors ? Changed() : null);
        }

        if (trouble is null && seed % EachCommanded == 0)
        {
            trouble = await InTimeAsync(null, report.Command(folder));
        }

        var found = bag.Sorted();
        trouble ??= found.Select(Misplaced).FirstOrDefault(m => m is not null);
        return (trouble is null ? null : $"{trouble} [{report.Story}]", found);
    }

    private static async Task<string?> InTimeAsync(DiagnosticBag? bag, params string[] command)
    {
        var work = Task.Run(() => RunAsync(bag, command));
        return await Task.WhenAny(work, Task.Delay(Limit)) == work ? await work : $"not done in {Limit}";
    }

    /// <summary>What this ends with other than right or wrong: the program would say that it has a bug.</summary>
    private static async Task<string?> RunAsync(DiagnosticBag? told, string[] command)
    {
        var bag = told ?? new DiagnosticBag();
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            var arguments = Arguments.Read(command);
            await Commands.RunAsync(arguments, StubDoors.Of, bag, CancellationToken.None);
            return bag.HasErrors ? "errors, and exit code 0" : null;
        }
        catch (ReportException e) when (e.Exit == ExitCode.AuthorMistake)
        {
            return bag.HasErrors || told is null ? null : $"exit code 2, and no errors: {e.Sentence}";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.ToString();
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    /// <summary>A place is a character of the file, or the end of one of its lines.</summary>
    private string? Misplaced(Diagnostic d)
    {
        if (d.Place is not { } place || !File.Exists(Path.Combine(folder, place.File)))
        {
            return null;
        }

        var text = File.ReadAllText(Path.Combine(folder, place.File)).Replace("\r\n", "\n", StringComparison.Ordinal);
        var lines = text.Split('\n');
        return
            place.Line >= 1
            && place.Line <= lines.Length
            && place.Column >= 1
            && place.Column <= lines[place.Line - 1].Length + 1
            ? null
            : $"no such place: {d}";
    }

    private string? Changed()
    {
        var site = Path.Combine(folder, "site");
        return
            Directory.EnumerateFileSystemEntries(site).Count() == 1
            && File.ReadAllText(Path.Combine(site, "index.html")) == Published
            ? null
            : "the site was changed";
    }

    private void Write(IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var old in new[] { "content", "site" }.Select(f => Path.Combine(folder, f)).Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }

        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        Directory.CreateDirectory(Path.Combine(folder, "site"));
        File.WriteAllText(Path.Combine(folder, "site", "index.html"), Published);
    }

    private static string Repository()
    {
        var home = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(home, "Recto.slnx")))
        {
            home = Path.GetDirectoryName(home) ?? throw new InvalidOperationException("no Recto.slnx above");
        }

        return home;
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        File.Delete(folder + ".last");
    }
}
