using Recto.Pages;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Prints from a folder that holds the draft's files: path below the site → bytes of each PDF.</summary>
public delegate Task<IReadOnlyDictionary<string, byte[]>> Printer(
    IReadOnlyList<PrintEdition> prints,
    string folder,
    CancellationToken cancel
);

/// <summary>Puts pages, evidence and PDFs together, and publishes them as a new edition where anything changed.</summary>
/// <param name="printer">Null: PDFs stay as they are, and a later build prints them.</param>
public sealed class Publication(SiteFolder site, Printer? printer)
{
    private readonly SortedDictionary<string, string> published = site.Published();
    private readonly Manifest manifest = Manifest.Read(site.Folder);

    /// <summary>Files of the published edition that somebody else wrote, deleted or added since: they are made anew.</summary>
    public IReadOnlyList<string> Edited =>
        manifest.Files.Count == 0
            ? []
            :
            [
                .. manifest
                    .Files.Keys.Union(published.Keys.Where(path => path != Manifest.Name))
                    .Order(StringComparer.Ordinal)
                    .Select(path =>
                        !published.TryGetValue(path, out var found) ? $"{path} is missing"
                        : !manifest.Files.TryGetValue(path, out var digest) ? $"{path} does not belong there"
                        : found != digest ? $"{path} was changed"
                        : null
                    )
                    .OfType<string>(),
            ];

    /// <returns>A sentence that says what changed.</returns>
    public async Task<string> PublishAsync(
        SiteDraft draft,
        IReadOnlyDictionary<string, byte[]> evidence,
        CancellationToken cancel
    )
    {
        var files = draft.Files.Concat(evidence).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var jobs = draft.Prints.Select(print => JobOf(print, PrintDigest.Of(print, draft.Files))).ToList();
        var printed = await PrintAsync([.. jobs.Where(j => j.IsDue).Select(j => j.Print)], draft.Files, cancel);
        foreach (var (path, pdf) in jobs.Where(j => j.Pdf is not null).Select(j => (j.Print.Pdf, j.Pdf!)))
        {
            files[path] = pdf;
        }

        foreach (var (path, pdf) in printed)
        {
            files[path] = pdf;
        }

        var prints = jobs.Where(j => files.ContainsKey(j.Print.Pdf)).ToDictionary(j => j.Print.Pdf, j => j.Digest);
        return Swap(files, prints, printed.Count);
    }

    /// <param name="Digest">Of the edition that the PDF shows.</param>
    /// <param name="Pdf">The published one where it is kept.</param>
    private sealed record PlannedPrint(PrintEdition Print, string Digest, byte[]? Pdf, bool IsDue);

    private PlannedPrint JobOf(PrintEdition print, string digest)
    {
        var isIntact =
            published.TryGetValue(print.Pdf, out var bytes) && bytes == manifest.Files.GetValueOrDefault(print.Pdf);
        var shown = isIntact ? manifest.Prints.GetValueOrDefault(print.Pdf) : null;
        return shown is not null && (shown == digest || printer is null)
            ? new PlannedPrint(print, shown, site.Read(print.Pdf), IsDue: false)
            : new PlannedPrint(print, digest, null, IsDue: printer is not null);
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> PrintAsync(
        IReadOnlyList<PrintEdition> due,
        IReadOnlyDictionary<string, byte[]> files,
        CancellationToken cancel
    )
    {
        if (due.Count == 0 || printer is null)
        {
            return new Dictionary<string, byte[]>();
        }

        try
        {
            site.Write(files, _ => false);
            site.Write(due.ToDictionary(print => print.Path, print => print.Content), _ => false);
            return await printer(due, site.Draft, cancel);
        }
        finally
        {
            site.Discard();
        }
    }

    private string Swap(Dictionary<string, byte[]> files, Dictionary<string, string> prints, int printed)
    {
        var digests = files
            .AsParallel()
            .Select(f => KeyValuePair.Create(f.Key, FileDigests.OfBytes(f.Value)))
            .ToDictionary(StringComparer.Ordinal);
        files[Manifest.Name] = new Manifest(digests, prints).ToJson();
        digests[Manifest.Name] = FileDigests.OfBytes(files[Manifest.Name]);
        var changed = digests.Except(published).Count();
        var removed = published.Keys.Except(digests.Keys).Count();
        if (changed + removed == 0)
        {
            return $"{digests.Count} files, none changed";
        }

        try
        {
            site.Write(files, path => published.GetValueOrDefault(path) == digests[path]);
            site.Publish();
        }
        finally
        {
            site.Discard();
        }

        return $"{digests.Count} files: {changed} new or changed, {removed} removed, {printed} PDFs printed";
    }
}
