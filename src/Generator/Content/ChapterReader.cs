using Markdig.Syntax;
using Recto.Content.Declarations;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A chapter's texts → <see cref="Chapter"/>, its bodies parsed.</summary>
internal sealed class ChapterReader(Declared declared, ContentFiles files, DiagnosticBag bag)
{
    public Chapter Read(ChapterText text)
    {
        var file = text.Editions[0].Body.Origin.File;
        return new Chapter(
            text.Folder,
            text.Number,
            text.Part,
            text.Editions.ToDictionary(e => e.Language.Code, e => Edition(e, text.Folder)),
            [.. declared.Experiments.Values.Where(e => e.Place.File == file)],
            [.. declared.Claims.Values.Where(c => c.Place.File == file)]
        );
    }

    private Edition Edition(EditionText text, string folder)
    {
        var body = ChapterBody.Read(new BodyText(text.Body, folder, text.Language, files, declared, bag));
        return new Edition(
            text.Language,
            text.Body.Origin.File,
            text.Front.Title,
            text.Front.Description,
            body,
            [.. body.Descendants<FigureBlock>().Select(f => f.Request)]
        )
        {
            Head = text.Head,
            Source = text.Body.Text,
        };
    }
}
