using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>What of the worker's code counts in a run's keys: its sources as tokens, and its library.</summary>
public static class CodeDigest
{
    private static readonly string[] TrainRooms = ["Data", "Models", "Training"];
    private static readonly string[] EvaluationRooms = ["Artifacts"];

    /// <summary>Comments and layout do not count; an unchanged tree is read from <c>.cache/tokens.json</c>.</summary>
    public static KeyInputs Read(Workspace workspace)
    {
        var cacheFile = Path.Combine(workspace.Cache, "tokens.json");
        var known = ReadCache(cacheFile);
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var inputs = new KeyInputs
        {
            Library = Library(workspace.WorkerSources),
            TrainCode = OfRooms(TrainRooms),
            EvaluationCode = OfRooms(EvaluationRooms),
        };
        if (!workspace.IsForReading && !used.SequenceEqual(known))
        {
            WriteCache(cacheFile, used);
        }

        return inputs;

        SortedDictionary<string, string> OfRooms(string[] rooms)
        {
            var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var room in rooms)
            {
                var folder = Path.Combine(workspace.WorkerSources, room);
                foreach (var (path, bytes) in FileDigests.OfSources(folder, ".cs"))
                {
                    used[bytes] =
                        known.GetValueOrDefault(bytes) ?? Tokens(File.ReadAllText(Path.Combine(folder, path)));
                    digests.Add($"{room}/{path}", used[bytes]);
                }
            }

            return digests;
        }
    }

    /// <summary>Digest of C# source as its lexer sees it.</summary>
    public static string Tokens(string source) => Keys.Digest(SyntaxFactory.ParseTokens(source).Select(t => t.Text));

    /// <summary><c>TorchSharp-cpu 0.107.0</c>, the version that the lock file pins.</summary>
    private static string Library(string workerSources)
    {
        const string package = "TorchSharp-cpu";
        using var stream = File.OpenRead(Path.Combine(workerSources, "packages.lock.json"));
        using var document = JsonDocument.Parse(stream);
        var framework = document.RootElement.GetProperty("dependencies").EnumerateObject().First().Value;
        return $"{package} {framework.GetProperty(package).GetProperty("resolved").GetString()}";
    }

    private static SortedDictionary<string, string> ReadCache(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return new(
                document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? ""),
                StringComparer.Ordinal
            );
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException)
        {
            return new(StringComparer.Ordinal); // Only a cache: the tokens are read again.
        }
    }

    private static void WriteCache(string file, SortedDictionary<string, string> digests)
    {
        var lines = digests.Select(d => $"  \"{d.Key}\": \"{d.Value}\"");
        WholeFile.Write(file, $"{{\n{string.Join(",\n", lines)}\n}}\n");
    }
}
