using Recto.Diagnostics;
using Recto.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace Recto.Pdf;

/// <param name="File">The PDF's name below the site, for messages.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Headings">As printed, in order; white space does not count.</param>
public sealed record PdfExpectation(string File, string Language, string Title, IReadOnlyList<PageHeading> Headings);

/// <summary>Opens a finished PDF again and looks whether a reader gets what was meant.</summary>
public static class PdfChecks
{
    /// <summary>Bytes; a mail takes it, and a phone opens it at once.</summary>
    private const int Most = 3_000_000;

    private static readonly IReadOnlyList<string> FontFiles = ["FontFile", "FontFile2", "FontFile3"];

    public static void Check(byte[] pdf, PdfExpectation expected, DiagnosticBag bag)
    {
        if (pdf.Length > Most)
        {
            bag.Add(Errors.PdfHeavy(expected.File, pdf.Length, Most));
        }

        using var document = PdfDocument.Open(pdf);
        CheckIdentity(document, expected, bag);
        CheckTags(document, expected.File, bag);
        CheckOutline(document, expected, bag);
        foreach (var font in PdfObjects.OfType(document, "Font"))
        {
            CheckFont(document, font, expected.File, bag);
        }

        CheckLinks(document, expected.File, bag);
    }

    private static void CheckIdentity(PdfDocument document, PdfExpectation expected, DiagnosticBag bag)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Compare("language", expected.Language, Text(PdfObjects.Find(document, catalog, "Lang")));
        Compare("title", expected.Title, document.Information.Title);
        if (string.IsNullOrEmpty(document.Information.Author))
        {
            bag.Add(Errors.PdfDiffers(expected.File, "author", "a name", ""));
        }

        if (document.NumberOfPages == 0)
        {
            bag.Add(Errors.PdfDiffers(expected.File, "number of pages", "at least one", "0"));
        }

        void Compare(string what, string wanted, string? found)
        {
            if (wanted != found)
            {
                bag.Add(Errors.PdfDiffers(expected.File, what, wanted, found ?? ""));
            }
        }
    }

    /// <summary>A screen reader finds its way by tags, and reads a picture's description.</summary>
    private static void CheckTags(PdfDocument document, string file, DiagnosticBag bag)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (PdfObjects.Dictionary(document, catalog, "StructTreeRoot") is null)
        {
            bag.Add(Errors.PdfDiffers(file, "structure", "tagged", "not tagged"));
        }

        var mute = PdfObjects
            .OfType(document, "StructElem")
            .Count(tag =>
                PdfObjects.Name(document, tag, "S") == "Figure"
                && !IsFrame(document, tag)
                && !IsDescribed(document, tag)
            );
        if (mute > 0)
        {
            bag.Add(Errors.PdfPictureMute(file, mute));
        }
    }

    /// <summary>Holds blocks or pictures of its own: what HTML calls a figure, with its caption.</summary>
    private static bool IsFrame(PdfDocument document, DictionaryToken tag) =>
        Kids(document, tag)
            .Any(kid => PdfObjects.Name(document, kid, "S") is not ("Span" or "NonStruct") || IsFrame(document, kid));

    private static IEnumerable<DictionaryToken> Kids(PdfDocument document, DictionaryToken tag)
    {
        var kids = PdfObjects.Find(document, tag, "K") is { } found ? (found as ArrayToken)?.Data ?? [found] : [];
        return kids.Select(kid => PdfObjects.Resolve(document, kid))
            .OfType<DictionaryToken>()
            .Where(kid => kid.ContainsKey(NameToken.S));
    }

    /// <summary>By itself, or as a part of a picture that is.</summary>
    private static bool IsDescribed(PdfDocument document, DictionaryToken tag) =>
        !string.IsNullOrWhiteSpace(Text(PdfObjects.Find(document, tag, "Alt")))
        || (PdfObjects.Dictionary(document, tag, "P") is { } around && IsDescribed(document, around));

    /// <summary>Every heading stands in the outline, in the order of the text, below what it belongs to, and leads to its page.</summary>
    private static void CheckOutline(PdfDocument document, PdfExpectation expected, DiagnosticBag bag)
    {
        var outline = document.TryGetBookmarks(out var bookmarks)
            ? bookmarks.GetNodes().OfType<DocumentBookmarkNode>().ToList()
            : [];
        var titles = outline.Select(node => Squeezed(node.Title)).ToList();
        var pages = PageNumbers.Read(document);
        // The title page comes first, and a chapter may be called like the report.
        var hasTitlePage = titles.Count > expected.Headings.Count && titles[0] == Squeezed(expected.Title);
        var next = hasTitlePage ? 1 : 0;
        foreach (var heading in expected.Headings)
        {
            var title = $"{heading.Number} {heading.Text}".Trim();
            var found = titles.IndexOf(Squeezed(title), next);
            if (found < 0)
            {
                bag.Add(Errors.PdfHeadingLost(expected.File, title));
                continue;
            }

            next = found + 1;
            if (outline[found].Level != heading.Level - 1)
            {
                bag.Add(
                    Errors.PdfHeadingDiffers(expected.File, title, "level", heading.Level, outline[found].Level + 1)
                );
            }

            if (pages.TryGetValue(heading.Id, out var page) && page != outline[found].PageNumber)
            {
                bag.Add(Errors.PdfHeadingDiffers(expected.File, title, "page", page, outline[found].PageNumber));
            }
        }
    }

    /// <summary>A font that is not ours came from this machine: another would print other pages.</summary>
    private static void CheckFont(PdfDocument document, DictionaryToken font, string file, DiagnosticBag bag)
    {
        var kind = PdfObjects.Name(document, font, "Subtype");
        var descriptor = PdfObjects.Dictionary(document, font, "FontDescriptor");
        var name =
            PdfObjects.Name(document, font, "BaseFont")
            ?? (descriptor is null ? null : PdfObjects.Name(document, descriptor, "FontName"))
            ?? "";
        var family = name[(name.IndexOf('+', StringComparison.Ordinal) + 1)..];
        if (!PrintFonts.Allowed.Any(ours => family.StartsWith(ours, StringComparison.Ordinal)))
        {
            bag.Add(Errors.PdfFontForeign(file, family, Characters(document, name)));
        }

        // A composite font's file is that of its descendant, which is looked at as well; a Type 3 font is drawings.
        if (kind is not ("Type0" or "Type3") && !IsEmbedded(document, descriptor))
        {
            bag.Add(Errors.PdfFontMissing(file, family));
        }
    }

    private static string Characters(PdfDocument document, string font) =>
        string.Concat(
            document
                .GetPages()
                .SelectMany(page => page.Letters)
                .Where(letter => letter.FontName == font)
                .Select(letter => letter.Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Take(20)
        );

    private static bool IsEmbedded(PdfDocument document, DictionaryToken? descriptor) =>
        descriptor is not null && FontFiles.Any(key => PdfObjects.Find(document, descriptor, key) is StreamToken);

    /// <summary>Links lead to a place of the document or to the web, never to this machine's disk.</summary>
    private static void CheckLinks(PdfDocument document, string file, DiagnosticBag bag)
    {
        var places = PageNumbers.Read(document);
        foreach (var link in PdfObjects.OfType(document, "Annot"))
        {
            var place = PdfObjects.Name(document, link, "Dest");
            var address = PdfObjects.Dictionary(document, link, "A") is { } action
                ? Text(PdfObjects.Find(document, action, "URI"))
                : null;
            if (place is not null && !places.ContainsKey(place))
            {
                bag.Add(Errors.PdfLinkBroken(file, "#" + place));
            }
            else if (address?.StartsWith("file:", StringComparison.Ordinal) == true)
            {
                bag.Add(Errors.PdfLinkBroken(file, Path.GetFileName(address)));
            }
        }
    }

    private static string? Text(IToken? token) =>
        token switch
        {
            StringToken text => text.Data,
            HexToken text => text.Data,
            _ => null,
        };

    private static string Squeezed(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u2060'));
}
