using System.Text;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>What is published of each run, of further seeds what is light.</summary>
/// <param name="Files">Path below the site → bytes.</param>
/// <param name="Digests">Path below the site → SHA-256 of those bytes.</param>
public sealed record Evidence(IReadOnlyDictionary<string, byte[]> Files, IReadOnlyDictionary<string, string> Digests)
{
    public static Evidence Of(RunSet runs)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var run in runs.ById.Values)
        {
            var own = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var artifact in run.Record.Artifacts.Where(a => IsPublished(run, a.Path)))
            {
                // Its digest was checked when the run was read.
                Add(artifact.Path, File.ReadAllBytes(Path.Combine(run.Folder, artifact.Path)), artifact.Sha256);
            }

            var environment = File.ReadAllBytes(Path.Combine(run.Folder, "environment.json"));
            Add("environment.json", environment, FileDigests.OfBytes(environment));
            AddText("run.json", ContractJson.Pretty(run.Record));
            AddText(RunFolder.Seal, RunFolder.SealOf(own));

            void AddText(string path, string text)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                Add(path, bytes, FileDigests.OfBytes(bytes));
            }

            void Add(string path, byte[] bytes, string digest)
            {
                own[path] = digest;
                files[$"data/{run.Id}/{path}"] = bytes;
                digests[$"data/{run.Id}/{path}"] = digest;
            }
        }

        return new Evidence(files, digests);
    }

    private static bool IsPublished(Run run, string path) => !SeedId.IsFurther(run.Id) || RunFolder.IsLight(path);
}
