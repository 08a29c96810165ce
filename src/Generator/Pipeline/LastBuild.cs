using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Remembers from which inputs the published edition was made, so that a build with nothing to do can stop.</summary>
public sealed class LastBuild(Workspace workspace)
{
    /// <summary>One for each site of the report: <c>site</c>, <c>demo</c>.</summary>
    private string Note => Path.Combine(workspace.Cache, $"built-{Path.GetFileName(workspace.Site)}");

    /// <summary>Same inputs, and every file of the site still has the bytes that were published.</summary>
    public bool IsCurrent(string inputs)
    {
        var manifestFile = Path.Combine(workspace.Site, Manifest.Name);
        if (!File.Exists(Note) || !File.Exists(manifestFile))
        {
            return false;
        }

        var manifest = FileDigests.OfFile(manifestFile);
        return File.ReadAllText(Note) == Text(inputs, manifest)
            && Guests
                .LeftOut(workspace.Site)
                .SequenceEqual(
                    Manifest
                        .Read(workspace.Site)
                        .Files.Append(new(Manifest.Name, manifest))
                        .OrderBy(f => f.Key, StringComparer.Ordinal)
                );
    }

    public void Remember(string inputs) =>
        File.WriteAllText(Note, Text(inputs, FileDigests.OfFile(Path.Combine(workspace.Site, Manifest.Name))));

    public void Forget() => File.Delete(Note);

    private static string Text(string inputs, string manifest) => $"{inputs} {manifest}\n";
}
