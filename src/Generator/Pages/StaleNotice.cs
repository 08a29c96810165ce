using Markdig.Renderers.Html;
using Markdig.Syntax;
using Recto.Content.Parity;

namespace Recto.Pages;

/// <summary>Says at a translated section that its original has changed since, and leads there.</summary>
internal static class StaleNotice
{
    /// <summary>Nothing where the translation is not known to be behind.</summary>
    public static string At(HeadingBlock heading, PageContext page)
    {
        var id = heading.TryGetAttributes()?.Id ?? "";
        var section = new TranslatedSection(page.Chapter.Folder, page.Edition.Language.Code, id);
        return page.In.Book.Stale.Contains(section)
            ? $"<aside class=\"behind\"><p>{Html.Escape(page.Terms["behind"])}{Original(id, page)}</p></aside>\n"
            : "";
    }

    /// <summary>In its own language, for whoever reads that; beside the original nothing has to lead to it.</summary>
    private static string Original(string id, PageContext page)
    {
        if (page.Aside is not null)
        {
            return "";
        }

        var primary = page.In.Book.Report.Primary;
        var address = page.Site($"{primary.Code}/{page.Chapter.Folder}.html#{id}");
        var words = Html.Escape(page.In.Of(primary)["read_original"]);
        return $" <a href=\"{Html.Escape(address)}\" lang=\"{primary.Tag}\" hreflang=\"{primary.Tag}\">{words}</a>";
    }
}
