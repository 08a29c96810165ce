using System.Globalization;
using System.Text.Json;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Reads a run's folder and trusts nothing in it that its digests do not vouch for.</summary>
public static class RunFolder
{
    /// <summary>Digests of every other file, as <c>sha256sum --check</c> reads them; written when a run is kept.</summary>
    public const string Seal = "SHA256SUMS";

    public const string Weights = "weights.safetensors";

    /// <summary>The keys that <c>run.json</c> names, before anything else is looked at.</summary>
    /// <exception cref="RunDamagedException">No such record.</exception>
    public static RunRecord ReadRecord(string folder)
    {
        var record = ReadJson<RunRecord>(folder, "run.json");
        return record.Schema == RunRecord.CurrentSchema
            ? record
            : throw new RunDamagedException($"run.json has schema {record.Schema}, not {RunRecord.CurrentSchema}");
    }

    /// <summary>A run that its worker has just finished: artifacts as recorded, curves readable.</summary>
    /// <exception cref="RunDamagedException">Something is missing, cut short or not what its digest says.</exception>
    public static Run ReadNew(string folder)
    {
        var record = ReadRecord(folder);
        return ReadRun(folder, record, record.Artifacts, FileDigests.OfTree(folder));
    }

    /// <param name="digests">Of what lies there.</param>
    private static Run ReadRun(
        string folder,
        RunRecord record,
        IEnumerable<ArtifactRecord> artifacts,
        SortedDictionary<string, string> digests
    )
    {
        foreach (var artifact in artifacts)
        {
            if (!digests.TryGetValue(artifact.Path, out var digest))
            {
                throw new RunDamagedException($"{artifact.Path} is missing");
            }

            if (digest != artifact.Sha256 || new FileInfo(Path.Combine(folder, artifact.Path)).Length != artifact.Bytes)
            {
                throw new RunDamagedException($"{artifact.Path} is not what run.json says it is");
            }
        }

        var environment = ReadJson<RunEnvironment>(folder, "environment.json");
        return new Run(record.Run, record, environment, folder, ReadCurves(Path.Combine(folder, "curves.csv")));
    }

    /// <summary>A kept or published run, seal and all.</summary>
    /// <exception cref="RunDamagedException">As above, or a file differs from its seal.</exception>
    /// <param name="known">Its record, where it was read already.</param>
    public static Run ReadSealed(string folder, RunRecord? known = null)
    {
        var path = Path.Combine(folder, Seal);
        if (!File.Exists(path))
        {
            throw new RunDamagedException($"{Seal} is missing");
        }

        var record = known ?? ReadRecord(folder);
        var artifacts = Published(folder, record);
        IEnumerable<string> needed = [.. artifacts.Select(a => a.Path), "environment.json", "run.json"];
        var digests = FilesOf(folder);
        var troubles = Troubles(File.ReadAllText(path), digests, needed).ToList();
        return troubles.Count == 0
            ? ReadRun(folder, record, artifacts, digests)
            : throw new RunDamagedException(string.Join(", ", troubles));
    }

    /// <summary>What is published of a further seed: enough for every number, and for nothing to start from.</summary>
    public static bool IsLight(string file) => file is "run.json" or "curves.csv" or "environment.json";

    /// <summary>The artifacts that must be there: all, or of a further seed those that are light, if it has no other.</summary>
    private static IReadOnlyList<ArtifactRecord> Published(string folder, RunRecord record)
    {
        var heavy = record.Artifacts.Where(a => !IsLight(a.Path)).ToList();
        var isFurther = SeedId.IsFurther(Path.GetFileName(folder)) || SeedId.IsFurther(record.Run);
        var isLight = isFurther && !heavy.Exists(a => File.Exists(Path.Combine(folder, a.Path)));
        return isLight ? [.. record.Artifacts.Except(heavy)] : record.Artifacts;
    }

    /// <summary>Every file that is not as the seal says, and every one that is needed and not vouched for.</summary>
    /// <remarks>Strangers do no harm, since nothing else is ever read or published: a file manager may have left one.</remarks>
    private static IEnumerable<string> Troubles(
        string seal,
        SortedDictionary<string, string> files,
        IEnumerable<string> needed
    )
    {
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in seal.Split('\n')[..^1])
        {
            if (line.Split("  ") is [{ Length: 64 } digest, { Length: > 0 } path])
            {
                told[path] = digest;
            }
        }

        return SealOf(told) != seal
            ? [$"{Seal} is no list of digests"]
            : told
                .Keys.Union(needed)
                .Order(StringComparer.Ordinal)
                .Select(path =>
                    !files.TryGetValue(path, out var found) ? $"{path} is missing"
                    : !told.TryGetValue(path, out var digest) ? $"{path} is not listed in {Seal}"
                    : found != digest ? $"{path} is not what its digest in {Seal} says"
                    : null
                )
                .OfType<string>();
    }

    /// <summary>The text of <see cref="Seal"/> for these files, path → digest.</summary>
    public static string SealOf(IEnumerable<KeyValuePair<string, string>> digests) =>
        string.Concat(digests.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Value}  {d.Key}\n"));

    /// <summary>Digests of all its files but the seal.</summary>
    public static SortedDictionary<string, string> FilesOf(string folder)
    {
        var digests = FileDigests.OfTree(folder);
        digests.Remove(Seal);
        return digests;
    }

    private static T ReadJson<T>(string folder, string name)
        where T : class
    {
        try
        {
            return ContractJson.Read<T>(File.ReadAllText(Path.Combine(folder, name)));
        }
        catch (FileNotFoundException)
        {
            throw new RunDamagedException($"{name} is missing");
        }
        catch (JsonException e)
        {
            throw new RunDamagedException($"{name} is unreadable: {e.Message}");
        }
    }

    private static Dictionary<string, IReadOnlyList<double>> ReadCurves(string path)
    {
        if (!File.Exists(path))
        {
            throw new RunDamagedException("curves.csv is missing");
        }

        var rows = File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        if (rows.Count == 0 || rows.Exists(row => row.Length != rows[0].Length) || !rows.Skip(1).All(AllNumbers))
        {
            throw new RunDamagedException("curves.csv is no table of numbers");
        }

        return rows[0]
            .Index()
            .Skip(1)
            .ToDictionary(
                c => c.Item,
                c => (IReadOnlyList<double>)[.. rows.Skip(1).Select(row => Number(row[c.Index]))]
            );

        static bool AllNumbers(string[] row) =>
            row.All(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

        static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}

/// <summary>A run's folder that cannot be used; the message continues "…: ".</summary>
public sealed class RunDamagedException(string message) : Exception(message);
