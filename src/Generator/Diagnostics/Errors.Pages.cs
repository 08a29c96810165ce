namespace Recto.Diagnostics;

/// <summary>Mistakes found while pages are written.</summary>
public static partial class Errors
{
    private const int FilesNamed = 5;

    /// <param name="edited">What is wrong with each file, its path first.</param>
    public static Diagnostic SiteEdited(string site, IReadOnlyList<string> edited)
    {
        var named = string.Join('\n', edited.Take(FilesNamed).Select(what => $"{site}/{what}"));
        var rest = edited.Count > FilesNamed ? $"\nand {edited.Count - FilesNamed} more" : "";
        return Warning(
            "site-edited",
            null,
            $"{site}/ is not as it was published; it is made anew{Indented(named + rest)}"
        );
    }

    public static Diagnostic FormulaInvalid(Place place, string reason) =>
        Error("formula-invalid", place, $"KaTeX does not accept this formula: {reason}");

    public static Diagnostic VerdictUnexpected(Located<string> text, string claim, string found, string expected) =>
        Warning(
            "verdict-unexpected",
            text.Place,
            $"claim '{claim}' is {found}, but the text is written for '{expected}': “{text.Value}”"
        );

    public static Diagnostic TemplateInvalid(Place place, string reason) => Error("template-invalid", place, reason);

    public static Diagnostic AnchorTwice(string page, string id) =>
        Error(
            "anchor-twice",
            Place.Top(page),
            $"two elements have the id '{id}'; choose another for the chapter's own"
        );

    public static Diagnostic LinkBroken(Place place, string target) =>
        Error("link-broken", place, $"'{target}' is not in the site");

    public static Diagnostic PageHeavy(string page, string what, int bytes, int most) =>
        Error(
            "page-heavy",
            Place.Top(page),
            $"{what} weigh {bytes / 1000} KB packed, more than {most / 1000} KB; show fewer or smaller figures, or split the chapter"
        );
}
