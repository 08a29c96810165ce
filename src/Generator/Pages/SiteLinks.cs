using Recto.Content;

namespace Recto.Pages;

/// <summary>What a report declares as <c>links:</c>. One into its own site leads to a report that is published below it.</summary>
public static class SiteLinks
{
    /// <summary>Those that lead somewhere: a report that is not built yet is left out.</summary>
    public static IReadOnlyList<ReportLink> Of(Report report, Workspace workspace) =>
        [
            .. report.Links.Where(link =>
                Hrefs(link, report).All(href => !IsWithin(href) || File.Exists(Path.Combine(workspace.Site, href)))
            ),
        ];

    /// <summary>Files below the site that they lead to, and that this report did not make.</summary>
    public static IEnumerable<string> Pages(Report report, Workspace workspace) =>
        Of(report, workspace).SelectMany(link => Hrefs(link, report)).Where(IsWithin);

    public static bool IsWithin(string href) => !href.Contains(':', StringComparison.Ordinal);

    private static IEnumerable<string> Hrefs(ReportLink link, Report report) =>
        report.Languages.Select(language => link.Href[language]);
}
