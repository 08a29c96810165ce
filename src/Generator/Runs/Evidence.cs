using System.Text;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Lists what is published of each run, of further seeds what is light: path below the site → bytes.</summary>
public static class Evidence
{
    public static IReadOnlyDictionary<string, byte[]> Of(RunSet runs) =>
        runs.ById.Values.SelectMany(FilesOf).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, byte[]>> FilesOf(Run run)
    {
        var files = run
            .Record.Artifacts.Select(a => a.Path)
            .Append("environment.json")
            .Where(path => !SeedId.IsFurther(run.Id) || RunFolder.IsLight(path))
            .ToDictionary(path => path, path => File.ReadAllBytes(Path.Combine(run.Folder, path)));
        files["run.json"] = Encoding.UTF8.GetBytes(ContractJson.Pretty(run.Record));
        var digests = files.ToDictionary(f => f.Key, f => FileDigests.OfBytes(f.Value));
        files[RunFolder.Seal] = Encoding.UTF8.GetBytes(RunFolder.SealOf(digests));
        return files.Select(f => KeyValuePair.Create($"data/{run.Id}/{f.Key}", f.Value));
    }
}
