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
            .. Around(workspace),
            .. Beneath(workspace, FileDigests.OfTree(workspace.Content)),
        ]);

    /// <summary>The same without what each page asks for itself: the chapters' texts, and whether their translations are confirmed.</summary>
    /// <param name="beneath">As below.</param>
    public static string OfPages(Workspace workspace, string beneath) => Keys.Digest([.. Around(workspace), beneath]);

    /// <summary>What a chapter's text can be found wrong by, but for itself and what other chapters declare.</summary>
    public static string OfTexts(Workspace workspace) =>
        Keys.Digest([
            .. Beneath(
                workspace,
                FileDigests
                    .OfTree(workspace.Content)
                    .Where(file => Path.GetExtension(file.Key) != ".md" && file.Key != Path.GetFileName(Confirmed.File))
            ),
        ]);

    private static IEnumerable<string> Around(Workspace workspace) =>
        [
            string.Join(' ', Guests.Of(workspace.Site)),
            .. workspace.TemplateFolders.Select(folder => RunFolder.SealOf(FileDigests.OfTree(folder))),
        ];

    private static IEnumerable<string> Beneath(Workspace workspace, IEnumerable<KeyValuePair<string, string>> content)
    {
        // Fonts and scripts, as npm has installed them.
        var assets = Path.Combine(workspace.Assets, ".package-lock.json");
        return
        [
            ProgramDigest.Of(),
            RunFolder.SealOf(content),
            RunFolder.SealOf(new OwnSources(workspace).Digests),
            RunFolder.SealOf(FileDigests.OfSources(workspace.WorkerSources, ".cs", ".json")),
            File.Exists(assets) ? FileDigests.OfFile(assets) : "",
        ];
    }
}
