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
    public async Task<string> PublishAsync(SiteDraft draft, Evidence evidence, CancellationToken cancel)
    {
        var files = draft.Files.Concat(evidence.Files).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var editions = printer is null
            ? draft.Pdfs.Where(IsIntact).ToDictionary(pdf => pdf, pdf => manifest.Prints[pdf])
            : draft.Prints.ToDictionary(print => print.Pdf, print => PrintDigest.Of(print, draft.Files));
        var due = draft
            .Prints.Where(print => printer is not null && !IsCurrent(print.Pdf, editions[print.Pdf]))
            .ToList();
        var printed = await PrintAsync(due, draft.Files, cancel);
        foreach (var pdf in editions.Keys)
        {
            files[pdf] = printed.TryGetValue(pdf, out var made) ? made : site.Read(pdf);
        }

        var digests = files.Keys.ToDictionary(path => path, DigestOf, StringComparer.Ordinal);
        return Swap(files, digests, editions, printed.Count);

        string DigestOf(string path) =>
            draft.Files.ContainsKey(path)
                ? draft.DigestOf(path)
                : evidence.Digests.GetValueOrDefault(path) ?? FileDigests.OfBytes(files[path]);
    }

    private bool IsCurrent(string pdf, string edition) => IsIntact(pdf) && manifest.Prints[pdf] == edition;

    /// <summary>Printed earlier, and since then touched by nobody.</summary>
    private bool IsIntact(string pdf) =>
        manifest.Prints.ContainsKey(pdf)
        && published.TryGetValue(pdf, out var bytes)
        && bytes == manifest.Files.GetValueOrDefault(pdf);

    private async Task<IReadOnlyDictionary<string, byte[]>> PrintAsync(
        List<PrintEdition> due,
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

    private string Swap(
        Dictionary<string, byte[]> files,
        Dictionary<string, string> digests,
        Dictionary<string, string> prints,
        int printed
    )
    {
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
