using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pipeline;

/// <summary>Where a report is published: <c>site/</c> beside its <c>content/</c>, or where <c>site:</c> of its report.yml says.</summary>
public static partial class SitePlace
{
    /// <summary>Found without YAML, for which a build with nothing to do has no time; <see cref="ReportReader"/> says what is wrong with it.</summary>
    /// <exception cref="ReportException">What lies there is no site, and would be lost.</exception>
    public static string Of(string root)
    {
        var report = Path.Combine(root, ReportReader.File);
        if (!File.Exists(report) || Elsewhere().Match(File.ReadAllText(report)) is not { Success: true } match)
        {
            return Path.Combine(root, "site");
        }

        var site = Path.GetFullPath(Path.Combine(root, match.Groups["path"].Value));
        return IsFree(site)
            ? site
            : throw new ReportException(
                ExitCode.AuthorMistake,
                $"{ReportReader.File}: site: {match.Groups["path"].Value} is a folder that holds something else than a site; "
                    + "a build would replace it whole"
            );
    }

    /// <summary>The report whose site holds this one, by its folder; null for one that stands by itself.</summary>
    public static string? HostOf(string site, string root)
    {
        var folder = Path.GetDirectoryName(site);
        while (folder is not null && !File.Exists(Path.Combine(folder, ReportReader.File)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder == root ? null : folder;
    }

    private static bool IsFree(string site) =>
        !Path.Exists(site)
        || File.Exists(Path.Combine(site, Manifest.Name))
        || (Directory.Exists(site) && !Directory.EnumerateFileSystemEntries(site).Any());

    [GeneratedRegex("""^site:[ \t]+["']?(?<path>[A-Za-z0-9._/-]+)""", RegexOptions.Multiline)]
    private static partial Regex Elsewhere();
}
