using Recto.Diagnostics;
using Recto.Pages;

namespace Recto.Pipeline.Serving;

/// <summary>PDFs, printed when they are asked for, one at a time; nothing of them is published.</summary>
internal sealed class PreviewPdf(Workspace workspace) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, byte[]> printed = new(StringComparer.Ordinal);

    private string Folder => Path.Combine(workspace.Cache, "serve");

    /// <returns>Null where the report has no such PDF.</returns>
    /// <exception cref="ReportException">There is no browser, or it fails.</exception>
    public async Task<byte[]?> ReadAsync(string path, PreviewEdition edition, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var draft = edition.Draft(cancel);
            var print = draft.Prints.FirstOrDefault(p => p.Pdf == path);
            return print is null ? null : await ReadAsync(print, draft, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>When the browser is gone.</summary>
    public Task EndedAsync() => turn.WaitAsync(TimeSpan.FromSeconds(10));

    public void Dispose() => turn.Dispose();

    private async Task<byte[]> ReadAsync(PrintEdition print, SiteDraft draft, CancellationToken cancel)
    {
        var digest = PrintDigest.Of(print, draft.Files);
        if (printed.TryGetValue(digest, out var known))
        {
            return known;
        }

        // As a draft of the site, which is swapped in never.
        var site = new SiteFolder(Path.Combine(Folder, "pdf"));
        try
        {
            site.Write(draft.Files, _ => false);
            site.Write(new Dictionary<string, byte[]> { [print.Path] = print.Content }, _ => false);
            var bag = new DiagnosticBag();
            var pdfs = await Printing.PrintAsync([print], site.Draft, workspace, bag, cancel);
            return printed[digest] = pdfs[print.Pdf];
        }
        finally
        {
            site.Discard();
        }
    }
}
