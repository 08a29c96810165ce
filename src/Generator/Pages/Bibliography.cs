using System.Globalization;
using Recto.Content;

namespace Recto.Pages;

/// <summary>Works as a chapter's list shows them: authors, title, where, year, address.</summary>
public static class Bibliography
{
    public static IReadOnlyList<WorkModel> Of(PageContext page) =>
        [
            .. page.Citations.Keys.Select(key => new WorkModel(
                page.Anchor(References.Anchor(key)),
                page.Citations.Number(key),
                new Html(Entry(page.In.Book.References[key]))
            )),
        ];

    /// <summary>A work as HTML, without its number.</summary>
    public static string Entry(Reference work)
    {
        var parts = new[]
        {
            string.Join(", ", work.Authors.Select(Name)),
            Title(work.Title),
            Place(work),
            Address(work),
        };
        return string.Join(" ", parts.Where(p => p.Length > 0).Select(p => p.EndsWith('.') ? p : p + "."));
    }

    /// <summary>Han is never slanted: a Chinese title stands in its own marks.</summary>
    private static string Title(string title) =>
        IsHan(title)
            ? $"<cite lang=\"{Language.Chinese.Tag}\">《{Typography.Set(title)}》</cite>"
            : $"<cite>{Typography.Set(title)}</cite>";

    /// <summary>Initials and family name; a Chinese name whole.</summary>
    private static string Name(Author author)
    {
        if (author.Given is not { Length: > 0 } given)
        {
            return Html.Escape(author.Family);
        }

        return IsHan(author.Family)
            ? Html.Escape(author.Family + given)
            : Html.Escape($"{string.Join("\u00A0", given.Split(' ').Select(Initials))}\u00A0{author.Family}");
    }

    /// <summary><c>Pierre-Antoine</c> → <c>P.-A.</c></summary>
    private static string Initials(string given) =>
        string.Join('-', given.Split('-').Where(part => part.Length > 0).Select(part => part[0] + "."));

    /// <summary>For instance <c>JMLR 11(3): 3371–3408, 2010</c>.</summary>
    private static string Place(Reference work)
    {
        var issue = work.Issue is null ? "" : $"({work.Issue})";
        var volume = work.Volume is null ? "" : $" {work.Volume}{issue}";
        var pages = work.Page is null ? "" : $"{(work.Volume is null ? ", " : ": ")}{work.Page.Replace('-', '–')}";
        var parts = new[]
        {
            $"{work.ContainerTitle}{volume}{pages}",
            work.Publisher,
            work.Year.ToString(CultureInfo.InvariantCulture),
        };
        return Html.Escape(string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static bool IsHan(string text) => text.Any(c => c is >= '\u3400' and <= '\u9FFF');

    private static string Address(Reference work) =>
        work.Doi is { } doi ? Link("https://doi.org/" + doi, "doi:" + doi)
        : work.Url is { } url ? Link(url, url)
        : "";

    private static string Link(string url, string text) => $"<a href=\"{Html.Escape(url)}\">{Html.Escape(text)}</a>";
}
