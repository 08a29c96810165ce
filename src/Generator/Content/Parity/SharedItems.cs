using System.Text.RegularExpressions;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Content.Parity;

/// <summary>Something that is not said in words, and so is the same in every language.</summary>
/// <param name="Kind">For the sentence: "figure", "number".</param>
/// <param name="Key">What makes two of a kind the same.</param>
internal sealed record SharedItem(string Kind, string Key, Place Place)
{
    /// <summary>Its key is an id: where a language lacks it altogether, <c>id-untranslated</c> says so.</summary>
    public bool HasId { get; init; }
}

/// <summary>All such things of a chapter in one language.</summary>
internal static partial class SharedItems
{
    public static IEnumerable<SharedItem> Of(Edition edition) =>
        Anchors
            .Of(edition.Body, edition.File)
            .Where(a => a.Kind != AnchorKind.Section)
            .Select(a => new SharedItem(a.Kind.ToString().ToLowerInvariant(), a.Id, a.Place) { HasId = true })
            .Concat(edition.Body.Descendants<MathBlock>().Where(IsNameless).Select(m => Formula(m, edition.File)))
            .Concat(Prose.Inlines(edition.Body).SelectMany(inline => Of(inline, edition.File)));

    private static IEnumerable<SharedItem> Of(Inline inline, string file) =>
        inline switch
        {
            ValueInline value => [new("number", Plain(value.Expression, " "), value.Place)],
            ReferenceInline reference => [new("reference", reference.Target, reference.Place)],
            CitationInline citation => citation.Keys.Select(k => new SharedItem("citation", k.Value, k.Place)),
            MathInline maths => [new("formula", Tex(maths.Content.ToString()), Places.Of(file, maths))],
            _ => [],
        };

    private static bool IsNameless(MathBlock maths) => string.IsNullOrEmpty(maths.TryGetAttributes()?.Id);

    private static SharedItem Formula(MathBlock maths, string file) =>
        new("formula", Tex(maths.Lines.ToString()), Places.Of(file, maths));

    /// <summary>Words within a formula are the language's own.</summary>
    private static string Tex(string tex) => Plain(Words().Replace(tex, @"\text{…}"), "");

    private static string Plain(string text, string between) =>
        string.Join(between, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\\text(rm|it|bf)?\s*\{[^{}]*\}")]
    private static partial Regex Words();
}
