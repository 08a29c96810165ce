using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Everything that a site is made of besides its evidence, as one digest of contents.</summary>
public static class InputsDigest
{
    public static string Of(Workspace workspace, BuildOptions options)
    {
        var own = AppContext.BaseDirectory;
        string[] files =
        [
            // Of Recto itself, and which versions of the libraries.
            Path.Combine(own, "recto.dll"),
            Path.Combine(own, "recto.deps.json"),
            typeof(Keys).Assembly.Location,
            // Fonts and scripts, as npm has installed them.
            Path.Combine(workspace.Assets, ".package-lock.json"),
        ];
        return Keys.Digest([
            Environment.Version.ToString(),
            $"{options.Demo} {options.NoPdf}",
            RunFolder.SealOf(FileDigests.OfTree(workspace.Content)),
            .. workspace.TemplateFolders.Select(folder => RunFolder.SealOf(FileDigests.OfTree(folder))),
            RunFolder.SealOf(FileDigests.OfSources(workspace.WorkerSources, ".cs", ".json")),
            string.Join('\n', files.Where(File.Exists).Select(FileDigests.OfFile)),
        ]);
    }
}
