namespace Recto.Pages;

/// <summary>The words that templates may use, as <c>report.title</c>, <c>page.toc</c>, …; strings are escaped when printed.</summary>
/// <param name="Key">By which it is cited.</param>
public sealed record ReportModel(
    string Title,
    string Description,
    IReadOnlyList<string> Authors,
    string Url,
    string Lang,
    string Tag,
    string? Licence,
    string Key,
    IReadOnlyList<Html> Sources
);

/// <param name="Path">Below the site.</param>
/// <param name="Root">What leads from the page to the site: <c>../</c>.</param>
/// <param name="Alternates">The page in every language.</param>
/// <param name="Both">The page that shows two languages side by side, if there is one.</param>
/// <param name="Digest">Of everything the page was made of; no date, no commit.</param>
public sealed record PageModel(
    string Title,
    string Description,
    string Path,
    string Root,
    IReadOnlyList<AlternateModel> Alternates,
    AlternateModel? Both,
    LinkModel? Previous,
    LinkModel? Next,
    string Digest
);

/// <param name="Heading">The chapter's own heading, with its maths.</param>
/// <param name="Tag">The text's language; the page's is another where <paramref name="Untranslated"/>.</param>
/// <param name="Earlier">Runs of which it shows an earlier result.</param>
/// <param name="Absent">Runs of which it has nothing to show.</param>
public sealed record ChapterModel(
    string Id,
    string Number,
    string Title,
    Html Heading,
    string? Description,
    NavPart Part,
    Tally Tally,
    string Folder,
    string Tag,
    bool Untranslated,
    Html Body,
    IReadOnlyList<PageHeading> Toc,
    string ProvenanceId,
    IReadOnlyList<ProvenanceModel> Provenance,
    IReadOnlyList<WorkModel> References,
    IReadOnlyList<string> Earlier,
    IReadOnlyList<string> Absent
);

public sealed record AlternateModel(string Code, string Tag, string Name, string Path, string Href, bool Current);

public sealed record LinkModel(string Href, string Number, string Title);

/// <param name="Href">Of a part that is itself one page; absent for one that holds chapters.</param>
/// <param name="Id">Tells parts apart.</param>
public sealed record NavPart(
    int Id,
    string Number,
    string Title,
    string? Description,
    string? Href,
    bool Current,
    IReadOnlyList<NavChapter> Chapters
);

public sealed record NavChapter(
    string Number,
    string Title,
    string? Description,
    string Href,
    bool Current,
    Tally Tally
);

/// <param name="Text">The number as printed.</param>
/// <param name="Mark">What refers to it on paper: P1.</param>
/// <param name="Formula">How it was computed.</param>
/// <param name="Words">What was measured, in words.</param>
public sealed record ProvenanceModel(
    string Id,
    string Mark,
    Html Text,
    Html Formula,
    string Words,
    IReadOnlyList<SourceModel> Sources
);

/// <summary>A measurement, with one record for each seed that made it.</summary>
/// <param name="Run">The experiment's id.</param>
/// <param name="Word">What is measured, in words.</param>
/// <param name="Earlier">Of an earlier result than the one that is asked for now.</param>
public sealed record SourceModel(
    string Run,
    string Path,
    string Word,
    int Epochs,
    bool Earlier,
    IReadOnlyList<RecordModel> Records
);

/// <param name="Value">In full.</param>
/// <param name="Key">The beginning of the run's train key.</param>
/// <param name="Href">Of the run's record.</param>
public sealed record RecordModel(string Run, string Value, long Seed, string Key, string Href);

public sealed record WorkModel(string Id, string Number, Html Text);

/// <summary>The second language of a page that shows two.</summary>
public sealed record OtherModel(string Tag, string Title, Html Heading, string? Description);

/// <summary>A PDF of the report.</summary>
public sealed record EditionModel(string Tag, string Name, string Href);

/// <summary>What the page for wrong addresses says in one language.</summary>
public sealed record LostModel(string Tag, string Title, string Home, string Lost, string Hint);
