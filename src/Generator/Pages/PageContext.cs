using Recto.Content;
using Recto.Content.Expressions;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>What rendering a chapter's text may ask for; the same for all pages of one language.</summary>
/// <param name="Form">For the web, or for the printed edition.</param>
public sealed record LanguageContext(
    Book Book,
    Language Language,
    IReadOnlyList<Terms> AllTerms,
    Numbering Numbering,
    RunSet Runs,
    IReadOnlyDictionary<string, RunFacts> Facts,
    FigureSet Figures,
    Maths Maths,
    MathsForm Form
)
{
    /// <summary>Highlighted code that was shown before.</summary>
    public required DigestCache Listings { get; init; }

    public Terms Terms => Of(Language);

    public Terms Of(Language language) => AllTerms.First(t => t.Language == language);
}

/// <summary>One chapter being rendered, and what its end must list.</summary>
/// <param name="Edition">In another language than the page's where the translation is missing.</param>
public sealed record PageContext(
    LanguageContext In,
    Chapter Chapter,
    Edition Edition,
    Provenance Provenance,
    Citations Citations,
    Standings Standings,
    DiagnosticBag Bag
)
{
    /// <summary>Where it stands in a page that shows two languages; null in a page of one.</summary>
    public Aside? Aside { get; init; }

    public static PageContext Of(LanguageContext context, Chapter chapter, DiagnosticBag bag)
    {
        var edition = chapter.In(context.Language, context.Book.Report);
        var citations = Citations.Of(edition, context.Book);
        return new(context, chapter, edition, new Provenance(), citations, new Standings(context.Runs), bag);
    }

    /// <summary>The words of the text's language, which the page around it need not be in.</summary>
    public Terms Terms => In.Of(Edition.Language);

    public bool Print => In.Form == MathsForm.Print;

    /// <summary>An id of this chapter's; the printed edition holds all chapters, so there it carries the chapter's name.</summary>
    public string Anchor(string id) => Anchor(id, Chapter.Folder);

    /// <summary>The id of a numbered thing in this text: in a page of two languages the first one's text holds it.</summary>
    public string Own(string id) => Aside is { } aside && aside.Taken.Contains(id) ? aside.Prefix + id : Anchor(id);

    /// <summary>The id of a note, which each language counts for itself.</summary>
    public string Note(string id) => Aside?.Prefix + Anchor(id);

    /// <summary>What leads to something numbered.</summary>
    public string Link(Target target) =>
        Print || target.Chapter == Chapter.Folder
            ? "#" + Anchor(target.Anchor, target.Chapter)
            : $"{Folder(target.Chapter)}{target.Chapter}.html#{target.Anchor}";

    /// <summary>A chapter of one language has no page that shows two.</summary>
    private string Folder(string chapter) =>
        Aside is null || In.Book.Chapters.First(c => c.Folder == chapter).IsPaired(In.Book.Report)
            ? ""
            : $"../{In.Language.Code}/";

    /// <summary>What leads to a file of the site; from paper, its public address.</summary>
    public string Site(string path) => (Print ? In.Book.Report.Url : "../") + path;

    private string Anchor(string id, string chapter) => Print ? $"{chapter}.{id}" : id;
}

/// <summary>One of the two languages of a page.</summary>
/// <param name="Prefix">Of ids that must not be those of the other; empty for the first.</param>
/// <param name="Taken">Ids that the other text holds already.</param>
public sealed record Aside(string Prefix, IReadOnlySet<string> Taken);
