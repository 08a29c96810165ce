namespace Recto.Diagnostics;

/// <summary>Mistakes found while pages are written.</summary>
public static partial class Errors
{
    public static Diagnostic FormulaInvalid(Place place, string reason) =>
        Error("formula-invalid", place, $"KaTeX does not accept this formula: {reason}");

    public static Diagnostic ReferenceUnknown(Place place, string id, IEnumerable<string> known) =>
        Error("reference-unknown", place, $"nothing in the report has the id '{id}'{Suggest.Among(id, known)}");

    public static Diagnostic LinkUnknown(Place place, string url) =>
        Error(
            "link-unknown",
            place,
            $"'{url}' leads nowhere; expected '#id' of the report, or an address with http, https or mailto"
        );

    public static Diagnostic CitationUnknown(Place place, string key, IEnumerable<string> known) =>
        Error("citation-unknown", place, $"references.yml has no work '{key}'{Suggest.Among(key, known)}");

    public static Diagnostic HtmlForeign(Place place) =>
        Error("html-foreign", place, "HTML in a chapter is not published; write Markdown");

    public static Diagnostic VerdictUnexpected(Place place, string claim, string found, string expected, string text) =>
        Warning(
            "verdict-unexpected",
            place,
            $"claim '{claim}' is {found}, but the text is written for '{expected}': “{text}”"
        );

    public static Diagnostic TemplateInvalid(Place place, string reason) => Error("template-invalid", place, reason);

    public static Diagnostic LinkBroken(string page, string target) =>
        Error("link-broken", Place.Top(page), $"'{target}' is not in the site");
}
