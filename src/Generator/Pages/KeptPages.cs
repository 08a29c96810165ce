using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Pages that were written before, in <c>.cache/pages</c>, under the digest of all that they may show.</summary>
/// <remarks>A paragraph that says it in other words makes its own pages due, and no others: see <see cref="Outline"/>.</remarks>
internal sealed class KeptPages(SiteSource source)
{
    private readonly DigestCache cache = new(
        Path.Combine(source.Workspace.Cache, "pages"),
        source.Workspace.IsForReading
    );

    private readonly Lazy<string> common = new(() => Keys.Digest(Common(source)));

    /// <summary>Whether any page was written before.</summary>
    public bool HasAny { get; private set; }

    /// <param name="shown">Chapters whose whole text it shows.</param>
    /// <param name="bag">A page with which something is wrong is not kept, so that it is told again.</param>
    public byte[] Of(string path, IReadOnlyList<PageContext> shown, DiagnosticBag bag, Func<byte[]> write) =>
        Of(path, shown.SelectMany(Own), bag, write);

    /// <param name="own">What it shows, of the words that not every page may.</param>
    /// <param name="bag">As above.</param>
    public byte[] Of(string path, IEnumerable<string> own, DiagnosticBag bag, Func<byte[]> write)
    {
        if (source.Inputs is null)
        {
            return write();
        }

        var key = Keys.Digest([common.Value, path, .. own]);
        if (cache.Find(key) is { } kept)
        {
            HasAny = true;
            return kept;
        }

        var before = bag.Count;
        var bytes = write();
        if (bag.Count == before)
        {
            cache.Keep(key, bytes);
        }

        return bytes;
    }

    public void Prune() => cache.Prune();

    private static IEnumerable<string> Own(PageContext page) =>
        [
            page.Edition.File,
            page.Edition.Source,
            .. page
                .In.Book.Stale.Where(section => section.Chapter == page.Chapter.Folder)
                .Select(section => $"{section.Language} {section.Id}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>All but the words of the chapters.</summary>
    private static IEnumerable<string> Common(SiteSource source) =>
        [
            source.Inputs!,
            source.Commit,
            source.Demo ? "demo" : "",
            .. SiteLinks.Of(source.Book.Report, source.Workspace).Select(link => link.Href[source.Book.Report.Primary]),
            .. source.Book.Chapters.SelectMany(c => c.Editions.Values).SelectMany(e => new[] { e.File, Outline.Of(e) }),
            .. source.Runs.ById.Values.OrderBy(run => run.Id, StringComparer.Ordinal).Select(source.Runs.DigestOf),
            string.Join(' ', source.Runs.Stale.Order(StringComparer.Ordinal)),
            .. source.Figures.Figures.SelectMany(Texts),
        ];

    private static IEnumerable<string> Texts(Figure figure) =>
        [
            figure.Id,
            figure.Language.Code,
            figure.Svg,
            .. figure.Legend.Select(entry => entry.ToString()),
            .. figure.Files.Keys.Order(StringComparer.Ordinal), // Named in the page; their bytes lie beside it.
            .. figure.Data,
        ];
}
