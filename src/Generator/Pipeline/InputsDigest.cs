using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Everything that a site is made of besides its evidence, as one digest of contents.</summary>
public static class InputsDigest
{
    public static string Of(Workspace workspace, BuildOptions options)
    {
        // Fonts and scripts, as npm has installed them.
        var assets = Path.Combine(workspace.Assets, ".package-lock.json");
        return Keys.Digest([
            ProgramDigest.Of(),
            $"{options.Demo} {options.NoPdf} {options.Strict} {options.Commit}",
            string.Join(' ', Guests.Of(workspace.Site)),
            RunFolder.SealOf(FileDigests.OfTree(workspace.Content)),
            .. workspace.TemplateFolders.Select(folder => RunFolder.SealOf(FileDigests.OfTree(folder))),
            RunFolder.SealOf(OwnCode.Digests(workspace)),
            RunFolder.SealOf(FileDigests.OfSources(workspace.WorkerSources, ".cs", ".json")),
            File.Exists(assets) ? FileDigests.OfFile(assets) : "",
        ]);
    }
}
