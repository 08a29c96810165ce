using Recto.Diagnostics;
using Recto.Pages;
using Recto.Pdf;
using Recto.Runs;

namespace Recto.Pipeline.Serving;

/// <summary>One state of the report in memory: each page is written when somebody first looks at it.</summary>
/// <param name="forecast">What a build would train.</param>
/// <param name="bag">Takes what is found wrong, now and later.</param>
internal sealed class PreviewEdition(
    PlannedReport report,
    RunSet runs,
    Forecast forecast,
    Workspace workspace,
    DiagnosticBag bag
) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SiteWriter writer = new(
        new SiteSource(report.Book, runs, report.Figures(runs, workspace, bag), report.Terms, workspace, Demo: false)
        {
            Inputs = report.Inputs,
        },
        bag
    );

    private bool isGone;

    public DiagnosticBag Bag => bag;

    public Forecast Forecast => forecast;

    /// <summary>A file of the site, evidence included; null if there is none, or this edition is gone.</summary>
    /// <remarks>A path is a name in a list, never one on the disk, so none leads out of the report.</remarks>
    public byte[]? Read(string path)
    {
        lock (gate)
        {
            return isGone ? null
                : writer.Files.TryGetValue(path, out var file) ? file.Value
                : Evidence(path) ?? OfGuest(path);
        }
    }

    /// <summary>What pages load: path → digest.</summary>
    public IReadOnlyDictionary<string, string> Loaded { get; private set; } = new Dictionary<string, string>();

    /// <summary>Fills <see cref="Loaded"/>.</summary>
    public void Digest()
    {
        lock (gate)
        {
            Loaded = writer
                .Files.Where(f => IsLoaded(f.Key))
                .ToDictionary(f => f.Key, f => FileDigests.OfBytes(f.Value.Value)[..12]);
        }
    }

    /// <summary>All of it, page by page.</summary>
    public SiteDraft Draft(CancellationToken cancel)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in writer.Files.Keys)
        {
            cancel.ThrowIfCancellationRequested();
            files[path] = Read(path) ?? throw new OperationCanceledException(cancel);
        }

        lock (gate)
        {
            return new SiteDraft(files, isGone ? [] : writer.Prints(), isGone ? [] : writer.Unexpected());
        }
    }

    /// <summary>The gates of a build, one after the other; what they find goes into the bag.</summary>
    public void Check(CancellationToken cancel)
    {
        var draft = Draft(cancel);
        var beside = runs
            .ById.Keys.SelectMany(run => FilesOf(runs.ById[run]).Select(file => $"data/{run}/{file}"))
            .Concat(draft.Prints.Select(p => p.Pdf))
            .Concat(SiteLinks.Pages(report.Book.Report, workspace))
            .ToHashSet();
        LinkChecks.Check(draft, beside, report.Book.Report.Url, report.Passed, bag);
        cancel.ThrowIfCancellationRequested();
        WeightChecks.Check(draft, report.Passed, bag);
        cancel.ThrowIfCancellationRequested();
        GlyphChecks.Check(draft.Prints, report.Book, workspace, report.Passed, bag);
        report.Passed.Keep();
    }

    public void Dispose()
    {
        lock (gate)
        {
            isGone = true;
            writer.Dispose();
        }
    }

    private static bool IsLoaded(string path) =>
        path.StartsWith("figures/", StringComparison.Ordinal)
        || (
            Path.GetExtension(path) is ".css" or ".js"
            && !path.Contains("/search.", StringComparison.Ordinal)
            && !Previews.Is(path)
        );

    private byte[]? Evidence(string path) =>
        path.Split('/', 3) is ["data", var id, var file]
        && runs.ById.TryGetValue(id, out var run)
        && FilesOf(run).Contains(file)
        && File.Exists(Path.Combine(run.Folder, file))
            ? File.ReadAllBytes(Path.Combine(run.Folder, file))
            : null;

    /// <summary>Another report that is published below this one, as it is.</summary>
    private byte[]? OfGuest(string path) =>
        path.Split('/', 2) is [var guest, var file]
        && Guests.Of(workspace.Site).Contains(guest)
        && Manifest.Read(Path.Combine(workspace.Site, guest)).Files.ContainsKey(file)
        && File.Exists(Path.Combine(workspace.Site, path))
            ? File.ReadAllBytes(Path.Combine(workspace.Site, path))
            : null;

    private static IEnumerable<string> FilesOf(Run run) =>
        [.. run.Record.Artifacts.Select(a => a.Path), "environment.json", "run.json", RunFolder.Seal];
}
