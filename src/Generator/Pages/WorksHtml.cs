using System.Globalization;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>All works that the report rests on, and how to cite the report itself.</summary>
public static class WorksHtml
{
    public static string Bibliography(PageContext page)
    {
        var works = page.Citations.Keys.Select(key =>
            $"<li id=\"{Html.Escape(page.Note(References.Anchor(key)))}\">{Pages.Bibliography.Entry(page.In.Book.References[key])}</li>\n"
        );
        return $"<ol class=\"works\">\n{string.Concat(works)}</ol>\n";
    }

    /// <summary>By which the report is cited: the last word of its address.</summary>
    public static string KeyOf(Report report)
    {
        var address = new Uri(report.Url);
        var last = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        var word = string.Concat(
            (last ?? address.Host.Split('.')[0]).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-')
        );
        return word.Length == 0 ? "report" : word;
    }

    public static string Citation(PageContext page)
    {
        var report = page.In.Book.Report;
        var title = Typography.Plain(report.Title[page.Edition.Language]);
        var work = new Reference(
            KeyOf(report),
            "webpage",
            title,
            [.. report.Authors.Select(a => new Author(a, null))],
            report.Issued!.Value
        )
        {
            Url = report.Url,
            Place = Place.Top(page.Edition.File),
        };
        return $"<p class=\"work\">{Pages.Bibliography.Entry(work)}</p>\n{ListingHtml.Code(BibTeX(work), "bibtex")}\n";
    }

    /// <summary>Double braces: neither capitals nor an institution's words are taken apart.</summary>
    private static string BibTeX(Reference work)
    {
        var authors = string.Join(" and ", work.Authors.Select(a => $"{{{a.Family}}}"));
        var year = work.Year.ToString(CultureInfo.InvariantCulture);
        string[] lines =
        [
            $"@misc{{{work.Key}{year},",
            $"  author = {{{authors}}},",
            $"  title  = {{{{{work.Title}}}}},",
            $"  year   = {{{year}}},",
            $"  url    = {{{work.Url}}},",
            "}",
        ];
        return string.Join('\n', lines) + "\n";
    }
}
