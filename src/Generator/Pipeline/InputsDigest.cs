using Recto.Content.Parity;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Everything that a site is made of besides its evidence, as one digest of contents.</summary>
public static class InputsDigest
{
    public static string Of(Workspace workspace, BuildOptions options) =>
        Keys.Digest([
            $"{options.Demo} {options.NoPdf} {options.Strict} {options.Commit}",
            .. Parts(workspace, FileDigests.OfTree(workspace.Content)),
        ]);

    /// <summary>The same without what each page asks for itself: the chapters' texts, and whether their translations are confirmed.</summary>
    public static string OfCommon(Workspace workspace) =>
        Keys.Digest([
            .. Parts(
                workspace,
                FileDigests
                    .OfTree(workspace.Content)
                    .Where(file => Path.GetExtension(file.Key) != ".md" && file.Key != Path.GetFileName(Confirmed.File))
            ),
        ]);

    private static IEnumerable<string> Parts(Workspace workspace, IEnumerable<KeyValuePair<string, string>> content)
    {
        // Fonts and scripts, as npm has installed them.
        var assets = Path.Combine(workspace.Assets, ".package-lock.json");
        return
        [
            ProgramDigest.Of(),
            string.Join(' ', Guests.Of(workspace.Site)),
            RunFolder.SealOf(content),
            .. workspace.TemplateFolders.Select(folder => RunFolder.SealOf(FileDigests.OfTree(folder))),
            RunFolder.SealOf(new OwnSources(workspace).Digests),
            RunFolder.SealOf(FileDigests.OfSources(workspace.WorkerSources, ".cs", ".json")),
            File.Exists(assets) ? FileDigests.OfFile(assets) : "",
        ];
    }
}
