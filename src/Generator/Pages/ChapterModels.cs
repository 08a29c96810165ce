using Markdig.Syntax;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>A chapter, rendered, as templates see it.</summary>
public static class ChapterModels
{
    public static ChapterModel Of(PageContext page, NavPart part) =>
        Of(page, part, new Html(MarkdownHtml.Blocks(page.Edition.Body, page)));

    /// <param name="body">Rendered already: the numbers and works that it names are listed at the end.</param>
    public static ChapterModel Of(PageContext page, NavPart part, Html body)
    {
        var edition = page.Edition;
        var top = Top(page);
        return new ChapterModel(
            Id: page.Anchor(top is null ? "top" : Headings.Identity(top, page).Id),
            page.Chapter.Label(page.In.Language),
            Title(page),
            Heading(page),
            Description(page),
            part,
            Tally.Of([page], page.In.Terms),
            page.Chapter.Folder,
            edition.Language.Tag,
            Untranslated: edition.Language != page.In.Language,
            body,
            [.. Headings.Of(page).Where(h => h.Level > 1)],
            page.Anchor("provenance"),
            [.. page.Provenance.Numbers.Select(number => Of(number, page))],
            Citations.ListsAll(edition) ? [] : Bibliography.Of(page),
            page.Standings.Earlier,
            page.Standings.Absent
        );
    }

    public static Html Heading(PageContext page) =>
        new(Top(page) is { } top ? InlineHtml.Of(top.Inline, page) : Html.Escape(Title(page)));

    private static HeadingBlock? Top(PageContext page) =>
        page.Edition.Body.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1);

    public static string Title(PageContext page) => Words(page.Edition.Title, page);

    public static string? Description(PageContext page) =>
        page.Edition.Description is { } description ? Words(description, page) : null;

    private static ProvenanceModel Of(PrintedNumber number, PageContext page) =>
        new(
            page.Anchor(number.Id),
            number.Mark,
            new Html(Typography.Set([.. Values.Parted(number.Text)])),
            [
                .. number
                    .Sources.GroupBy(source => (Run: SeedId.Experiment(source.Run), source.Path))
                    .Select(seeds => Of(seeds.Key.Run, seeds.Key.Path, [.. seeds], page)),
            ]
        );

    private static SourceModel Of(string run, string path, IReadOnlyList<Measurement> seeds, PageContext page) =>
        new(
            run,
            path,
            page.Terms.Words.GetValueOrDefault("metric." + path, ""),
            page.In.Runs.ById[seeds[0].Run].Record.Spec.Epochs,
            page.Standings.Of(seeds.Select(s => s.Run)) is RunStanding.LastGood,
            [.. seeds.Select(measured => Of(measured, page))]
        );

    private static RecordModel Of(Measurement measured, PageContext page)
    {
        var record = page.In.Runs.ById[measured.Run].Record;
        return new RecordModel(
            measured.Run,
            Value(measured),
            record.Spec.Seed,
            record.Keys.Train[..12],
            page.Site(EvidenceModels.Path(page.In.Language, measured.Run))
        );
    }

    /// <summary>To eight decimals; the run's record, to which it links, has them all.</summary>
    private static string Value(Measurement measured) =>
        measured.Value is double real ? Numbers.Fixed(real, 8).TrimEnd('0').TrimEnd('.')
        : measured.Value is long whole ? Numbers.Whole(whole)
        : "";

    private static string Words(Located<string> text, PageContext page) =>
        InlineHtml.Plain(InlineText.Parse(text, page.Bag), page);
}
