using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Recto.Pdf;

/// <summary>Looks below PdfPig's document model, at the objects of the file.</summary>
internal static class PdfObjects
{
    public static IToken? Find(PdfDocument document, DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out var value) ? Resolve(document, value) : null;

    public static DictionaryToken? Dictionary(PdfDocument document, DictionaryToken dictionary, string key) =>
        Find(document, dictionary, key) as DictionaryToken;

    public static string? Name(PdfDocument document, DictionaryToken dictionary, string key) =>
        (Find(document, dictionary, key) as NameToken)?.Data;

    /// <summary>Every dictionary of the file with this <c>/Type</c>.</summary>
    public static IEnumerable<DictionaryToken> OfType(PdfDocument document, string type) =>
        document
            .Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber)
            .Select(reference => document.Structure.GetObject(reference).Data)
            .OfType<DictionaryToken>()
            .Where(dictionary => Name(document, dictionary, "Type") == type);

    /// <summary>The pages below a node of the page tree, in order.</summary>
    public static IEnumerable<IndirectReference> Leaves(PdfDocument document, DictionaryToken node)
    {
        var kids = Find(document, node, "Kids") as ArrayToken;
        foreach (var kid in kids?.Data.OfType<IndirectReferenceToken>() ?? [])
        {
            if (Resolve(document, kid) is DictionaryToken inner && Name(document, inner, "Type") == "Pages")
            {
                foreach (var leaf in Leaves(document, inner))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return kid.Data;
            }
        }
    }

    public static IToken Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;
}
