using Markdig.Syntax;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>A chapter, rendered, as templates see it.</summary>
public static class ChapterModels
{
    public static ChapterModel Of(PageContext page, NavPart part)
    {
        var edition = page.Edition;
        var body = new Html(MarkdownHtml.Blocks(edition.Body, page));
        var top = edition.Body.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1);
        var title = Title(page);
        return new ChapterModel(
            Id: page.Anchor(top is null ? "top" : Headings.Identity(top, page).Id),
            page.Chapter.Label(page.In.Language),
            title,
            Heading: new Html(top is null ? Html.Escape(title) : InlineHtml.Of(top.Inline, page)),
            Description(page),
            part,
            page.Chapter.Folder,
            edition.Language.Tag,
            Untranslated: edition.Language != page.In.Language,
            body,
            [.. Headings.Of(page).Where(h => h.Level > 1)],
            page.Anchor("provenance"),
            [.. page.Provenance.Numbers.Select(number => Of(number, page))],
            PageContext.ListsAllWorks(edition) ? [] : Bibliography.Of(page),
            page.Standings.Earlier,
            page.Standings.Absent
        );
    }

    public static string Title(PageContext page) => Words(page.Edition.Title, page);

    public static string? Description(PageContext page) =>
        page.Edition.Description is { } description ? Words(description, page) : null;

    private static ProvenanceModel Of(PrintedNumber number, PageContext page) =>
        new(page.Anchor(number.Id), number.Mark, number.Text, [.. number.Sources.Select(source => Of(source, page))]);

    private static SourceModel Of(Measurement measured, PageContext page)
    {
        var run = page.In.Runs.ById[measured.Run].Record;
        return new SourceModel(
            measured.Run,
            measured.Path,
            page.Terms.Words.GetValueOrDefault("metric." + measured.Path, ""),
            Value(measured, page),
            run.Spec.Seed,
            run.Spec.Epochs,
            run.Keys.Train[..12],
            page.Site(EvidenceModels.Path(page.In.Language, measured.Run)),
            page.Standings.Of([measured.Run]) is RunStanding.LastGood
        );
    }

    /// <summary>To eight decimals; the run's record, to which it links, has them all.</summary>
    private static string Value(Measurement measured, PageContext page)
    {
        var expression = $"{measured.Run}.{measured.Path} | fixed 8";
        var text = Values.Plain(new(expression, Place.Top(page.Edition.File)), page);
        return text.TrimEnd('0').TrimEnd('.');
    }

    private static string Words(Located<string> text, PageContext page) =>
        InlineHtml.Plain(InlineText.Parse(text, page.Bag), page);
}
