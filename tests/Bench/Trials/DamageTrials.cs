namespace Recto.Trials;

/// <param name="What">Kind of damage and kind of file.</param>
public sealed record DamageOutcome(string What, IReadOnlyList<string> Troubles);

/// <summary>Spoils folders of finished runs, in the cache, in the evidence or in both, and sees whether builds notice.</summary>
public sealed class DamageTrials(TrialReport report, Random random, IReadOnlyList<string> options)
{
    private static readonly string[] Kinds = ["cut", "flip", "delete", "delete half", "add", "edit", "empty"];

    private readonly string[] editions = ["", ""];
    private int words;

    /// <summary>Two undisturbed editions of the same runs.</summary>
    public async Task PrepareAsync()
    {
        foreach (var i in (int[])[1, 0])
        {
            report.Write(0, Words(i));
            var (exit, _, errors) = await report.BuildAsync(options);
            editions[i] =
                exit == 0
                    ? report.Edition()
                    : throw new InvalidOperationException($"undisturbed, but {exit}: {errors}");
        }
    }

    public async Task<DamageOutcome> RunAsync()
    {
        var (cached, evidence) = Folders();
        var kind = Kinds[random.Next(Kinds.Length)];
        var folders = random.Next(3) switch
        {
            0 when cached is not null => [cached],
            1 => [evidence],
            _ => new[] { cached, evidence }.OfType<string>().ToArray(),
        };
        var spoilt = folders.Select(folder => Spoil(folder, kind)).ToList();
        words = 1 - words;
        report.Write(0, Words(words));
        var before = report.Kept();
        var (exit, _, errors) = await report.BuildAsync(options);
        var again = await report.BuildAsync(options);
        var trained = report.Kept().Except(before).Count();
        // A stranger in the cache does no harm, and none of it is ever read.
        var isHarmless = kind == "add";
        var isLost = folders.Contains(evidence) && (cached is null || folders.Contains(cached));
        var expected = isLost && !isHarmless ? 1 : 0;
        List<string> troubles =
        [
            .. exit == 0 ? [] : new[] { $"exit code {exit}" },
            .. spoilt
                .Where(file => !(isHarmless && file.StartsWith(report.Cache, StringComparison.Ordinal)))
                .Where(file => !errors.Contains(Named(file), StringComparison.Ordinal))
                .Select(file => $"not named: {file} in: {errors}"),
            .. report.Troubles().Select(f => $"site: {f}"),
            .. report.Edition() == editions[words] ? [] : new[] { "another edition" },
            .. trained == expected ? [] : new[] { $"{trained} runs made anew, not {expected}" },
            .. again.Errors.Length == 0 ? [] : new[] { $"told again: {again.Errors}" },
        ];
        var where = string.Join(" and ", folders.Select(f => f == evidence ? "evidence" : "cache"));
        return new DamageOutcome($"{kind}, {where}{(cached is null ? " alone" : "")}", troubles);
    }

    private static string Words(int i) => i == 0 ? "So," : "Thus,";

    /// <summary>Of one run, by chance.</summary>
    private (string? Cached, string Evidence) Folders()
    {
        var run = "abcd"[random.Next(4)].ToString();
        var evidence = Path.Combine(report.Site, "data", run);
        var record = File.ReadAllText(Path.Combine(evidence, "run.json"));
        var cached = report.Kept().Keys.FirstOrDefault(f => File.ReadAllText(Path.Combine(f, "run.json")) == record);
        return (cached, evidence);
    }

    /// <returns>The file, or the first of them.</returns>
    private string Spoil(string folder, string kind)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var file = kind == "edit" ? Path.Combine(folder, "run.json") : files[random.Next(files.Count)];
        switch (kind)
        {
            case "cut":
                using (var stream = File.OpenWrite(file))
                {
                    stream.SetLength(random.NextInt64(stream.Length));
                }

                break;
            case "empty":
                File.WriteAllText(file, "");
                break;
            case "flip":
                var bytes = File.ReadAllBytes(file);
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, bytes);
                break;
            case "delete":
                File.Delete(file);
                break;
            case "delete half":
                files.Take((files.Count + 1) / 2).ToList().ForEach(File.Delete);
                file = files[0];
                break;
            case "add":
                file = Path.Combine(folder, "stranger");
                File.WriteAllText(file, "x");
                break;
            default:
                var text = File.ReadAllText(file);
                File.WriteAllText(file, text.Replace("\"test.mse\": 0", "\"test.mse\": 1", StringComparison.Ordinal));
                break;
        }

        return file;
    }

    /// <summary>What must be read in the diagnostics: the folder, relative to the report.</summary>
    private string Named(string file) =>
        Path.GetRelativePath(report.Root, Path.GetDirectoryName(file)!).Replace('\\', '/');
}
