using System.Globalization;
using System.Text;
using Recto.Diagnostics;
using Recto.Pages;

namespace Recto.Pipeline;

/// <summary>Two editions of the site → Markdown for a pull request: what a reader would find changed.</summary>
public static class SiteDiff
{
    private const string None = "–";

    /// <summary>The site as it lies there, against the one that was committed.</summary>
    /// <exception cref="ReportException">One of the two is missing.</exception>
    public static string Of(Workspace workspace, string? revision)
    {
        if (revision is null)
        {
            throw new ReportException(
                ExitCode.AuthorMistake,
                "`recto diff` needs a git revision, such as HEAD or main"
            );
        }

        var git = new Git(workspace.Root);
        var commit = git.Commit(revision);
        var site = Path.GetRelativePath(workspace.Root, workspace.Site).Replace('\\', '/');
        var old =
            SiteEdition.Read(path => git.Read(commit, $"{site}/{path}"))
            ?? throw new ReportException(ExitCode.AuthorMistake, $"there is no {site}/{Manifest.Name} at '{revision}'");
        var now =
            SiteEdition.Read(path => OnDisk(Path.Combine(workspace.Site, path)))
            ?? throw new ReportException(ExitCode.AuthorMistake, $"there is no {site}/ yet; `recto build` makes it");
        return Between(old, now, $"`{revision}` ({commit[..7]})");
    }

    /// <param name="name">Of the old edition.</param>
    public static string Between(SiteEdition old, SiteEdition now, string name)
    {
        var metrics = Metrics(old, now).ToList();
        var added = now.Runs.Keys.Except(old.Runs.Keys).Order(StringComparer.Ordinal).ToList();
        var removed = old.Runs.Keys.Except(now.Runs.Keys).Order(StringComparer.Ordinal).ToList();
        var claims = Changes(old.Claims, now.Claims);
        var figures = Changes(old.Figures, now.Figures);
        var pages = Changes(Pages(old), Pages(now));
        var runs = metrics.Select(m => m.Run).Distinct().Count();
        var text = new StringBuilder();
        Line(
            $"**Since {name}: {metrics.Count} metrics of {runs} runs changed, {added.Count} runs new, {removed.Count} removed, {claims.Count} claims, {figures.Count} figures and {pages.Count} pages changed.**"
        );
        Section("Runs", [.. added.Select(run => $"- new: `{run}`"), .. removed.Select(run => $"- removed: `{run}`")]);
        Section(
            "Metrics",
            ["| run | metric | before | now | change | relative |", "| --- | --- | ---: | ---: | ---: | ---: |"],
            metrics.Select(Row)
        );
        Section(
            "Claims",
            ["| claim | before | now |", "| --- | --- | --- |"],
            claims.Select(c => $"| `{c.Key}` | {Word(c.Old)} | {Word(c.New)} |")
        );
        Section("Figures", figures.Select(f => $"- `{f.Key}`{Kind(f)}"));
        Section("Pages", pages.Select(p => $"- `{p.Key}`{Kind(p)}"));
        if (old.Claims is null)
        {
            Line($"\n{name} was published before claims and figures were recorded; these are not compared.");
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Section(string title, IEnumerable<string> head, IEnumerable<string>? rows = null)
        {
            var body = (rows ?? head).ToList();
            if (body.Count > 0)
            {
                Line($"\n### {title}\n");
                (rows is null ? body : [.. head, .. body]).ForEach(Line);
            }
        }
    }

    private sealed record Change(string Key, string? Old, string? New);

    private sealed record MetricChange(string Run, string Metric, double? Old, double? New);

    /// <summary>Of runs that both have.</summary>
    private static IEnumerable<MetricChange> Metrics(SiteEdition old, SiteEdition now) =>
        from run in now.Runs.Keys.Intersect(old.Runs.Keys).Order(StringComparer.Ordinal)
        let before = old.Runs[run]
        let after = now.Runs[run]
        from metric in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let change = new MetricChange(run, metric, Value(before, metric), Value(after, metric))
        where change.Old != change.New
        select change;

    private static double? Value(IReadOnlyDictionary<string, double> metrics, string name) =>
        metrics.TryGetValue(name, out var value) ? value : null;

    private static List<Change> Changes(
        IReadOnlyDictionary<string, string>? old,
        IReadOnlyDictionary<string, string>? now
    ) =>
        old is null || now is null
            ? []
            :
            [
                .. old
                    .Keys.Union(now.Keys)
                    .Order(StringComparer.Ordinal)
                    .Select(key => new Change(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                    .Where(c => c.Old != c.New),
            ];

    private static Dictionary<string, string> Pages(SiteEdition edition) =>
        edition.Files.Where(f => SiteDraft.IsPage(f.Key)).ToDictionary(f => f.Key, f => f.Value);

    private static string Row(MetricChange m)
    {
        var change = m.New - m.Old;
        var relative = m.Old is null or 0 ? null : 100 * change / Math.Abs(m.Old.Value);
        return $"| `{m.Run}` | `{m.Metric}` | {Text(m.Old, "G6")} | {Text(m.New, "G6")} | {Signed(change, "G4", "")} | {Signed(relative, "F2", "%")} |";
    }

    private static string Text(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? None;

    private static string Signed(double? value, string format, string unit) =>
        value is null ? None : (value > 0 ? "+" : "") + Text(value, format) + unit;

    private static string Word(string? verdict) => verdict?.Replace('_', ' ') ?? None;

    private static string Kind(Change change) =>
        change.Old is null ? " (new)"
        : change.New is null ? " (removed)"
        : "";

    private static byte[]? OnDisk(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
