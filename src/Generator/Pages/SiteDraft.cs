using System.Collections.Concurrent;
using Recto.Content;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>The composed site, before evidence and PDFs are put beside it.</summary>
/// <param name="Files">Path below the site, with forward slashes → bytes; sorted.</param>
/// <param name="UnexpectedVerdicts">Claims for whose other verdict the prose was written.</param>
public sealed record SiteDraft(
    IReadOnlyDictionary<string, byte[]> Files,
    IReadOnlyList<PrintEdition> Prints,
    IReadOnlyList<Claim> UnexpectedVerdicts
)
{
    /// <summary>Paths below the site of all PDFs that belong to it, also where <see cref="Prints"/> were not asked for.</summary>
    public IReadOnlyList<string> Pdfs { get; init; } = [.. Prints.Select(print => print.Pdf)];

    /// <summary>Whether a file of a site is a page.</summary>
    public static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    private readonly ConcurrentDictionary<string, string> digests = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of a file.</summary>
    public string DigestOf(string path) => digests.GetOrAdd(path, p => FileDigests.OfBytes(Files[p]));
}

/// <summary>All chapters of one language as one printable document; printed, never published.</summary>
/// <param name="Path">Where it must lie in the draft's folder, so that its links to assets and figures hold.</param>
/// <param name="Pdf">The file below the site that it is printed to.</param>
/// <param name="Headings">In order; each id is an anchor of the document.</param>
public sealed record PrintEdition(
    Language Language,
    string Path,
    byte[] Content,
    string Pdf,
    string Title,
    IReadOnlyList<string> Authors,
    IReadOnlyList<PageHeading> Headings
);

/// <param name="Number">For instance <c>3.1.2</c>; empty for none.</param>
/// <param name="Text">Words only.</param>
/// <param name="Level">1 for a chapter.</param>
public sealed record PageHeading(string Id, string Number, string Text, int Level);
