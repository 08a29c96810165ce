using System.Security.Cryptography;
using Recto.Experiments.Contract;

namespace Recto.Experiments.Artifacts;

/// <summary>The folder a run is written to; <c>run.json</c> comes last, so a folder that has it is whole.</summary>
public sealed class RunFolder(string path)
{
    public const string Record = "run.json";

    private readonly SortedDictionary<string, ArtifactRecord> artifacts = new(StringComparer.Ordinal);

    public IReadOnlyList<ArtifactRecord> Artifacts => [.. artifacts.Values];

    /// <summary>Writes a file and remembers its digest.</summary>
    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(path);
        File.WriteAllBytes(Path.Combine(path, name), bytes);
        artifacts[name] = new ArtifactRecord(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public void Finish(RunEnvironment environment, RunRecord record)
    {
        File.WriteAllText(Path.Combine(path, "environment.json"), ContractJson.Pretty(environment));
        File.WriteAllText(Path.Combine(path, Record), ContractJson.Pretty(record));
    }
}
