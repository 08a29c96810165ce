using System.Globalization;

namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic EncodingUnknown(Place place) =>
        Error("encoding-unknown", place, "the file is not UTF-8; save it as UTF-8");

    public static Diagnostic CharacterForbidden(Place place, char character) =>
        Error(
            "character-forbidden",
            place,
            string.Create(CultureInfo.InvariantCulture, $"the control character U+{(int)character:X4} is no text")
        );

    public static Diagnostic ReportMissing(Place place) =>
        Error(
            "report-missing",
            place,
            "there is no such file; it names the report's title, languages, parts and data; `recto new report DIR` begins one"
        );

    public static Diagnostic PartUnclear(Place place) =>
        Error(
            "part-unclear",
            place,
            "a part has one of these keys: 'chapters' (numbered in it), 'chapter' (the part itself), 'contents: true' (the title page)"
        );

    public static Diagnostic YearMissing(Place place) =>
        Error(
            "year-missing",
            place,
            "content/report.yml needs the key 'issued': the year in which the report is to be cited"
        );

    public static Diagnostic LanguageDuplicate(Located<string> code) =>
        Error("language-duplicate", code.Place, $"'{code.Value}' is named twice");

    public static Diagnostic ChapterDuplicate(Located<string> folder) =>
        Error("chapter-duplicate", folder.Place, $"the chapter '{folder.Value}' is named twice");

    public static Diagnostic ChapterMissing(Located<string> folder, IReadOnlyList<string> known) =>
        Error(
            "chapter-missing",
            folder.Place,
            $"there is no folder content/{folder.Value}{Suggest.Among(folder.Value, known)}"
        );

    public static Diagnostic EditionMissing(Located<string> folder, string file) =>
        Error("edition-missing", folder.Place, $"the chapter needs {file}: its primary language declares everything");

    public static Diagnostic TranslationMissing(Place chapter, string file) =>
        Warning("translation-missing", chapter, $"there is no {file}; the page will say so");

    public static Diagnostic FrontMatterMissing(Place place) =>
        Error("front-matter-missing", place, "the file must start with '---', its title and another '---'");

    public static Diagnostic FrontMatterUnclosed(Place place) =>
        Error("front-matter-unclosed", place, "the front matter that starts here has no closing '---'");

    public static Diagnostic DeclarationMisplaced(Located<string> key, string primary) =>
        Error("declaration-misplaced", key.Place, $"'{key.Value}' is declared once, in {primary}; remove it here");

    public static Diagnostic TermMissing(Located<string> key, string file) =>
        Error("term-missing", key.Place, $"{file} has no '{key.Value}'; all languages need the same words");

    public static Diagnostic TermsMissing(Place place) =>
        Error("terms-missing", place, "there is no locale table for this language");

    public static Diagnostic RunDuplicate(Located<string> id, Place first) =>
        Error("run-duplicate", id.Place, $"the run '{id.Value}' is declared already, at {first}");

    public static Diagnostic RunIdInvalid(Located<string> id) =>
        Error(
            "run-id-invalid",
            id.Place,
            $"'{id.Value}' must start with a small letter and hold only small letters, digits and '_'"
        );

    public static Diagnostic RunIdReserved(Located<string> id) =>
        Error("run-id-reserved", id.Place, $"'{id.Value}' means something else in an expression; choose another id");

    public static Diagnostic RunUnknown(Located<string> id, IEnumerable<string> known) =>
        Error("run-unknown", id.Place, $"there is no run '{id.Value}'{Suggest.Among(id.Value, known)}");

    public static Diagnostic PlaceholderUnknown(Located<string> name, IEnumerable<string> known) =>
        Error(
            "placeholder-unknown",
            name.Place,
            $"'foreach' has no values for '${name.Value}'{Suggest.Among(name.Value, known)}"
        );

    public static Diagnostic PlaceholderUnused(Located<string> name, string run) =>
        Error("placeholder-unused", name.Place, $"nothing in '{run}' says '${name.Value}', so its runs would be alike");

    public static Diagnostic SweepValueTwice(Located<string> value, string key) =>
        Error("sweep-value-twice", value.Place, $"'{value.Value}' is among the values of '{key}' already");

    public static Diagnostic SweepLarge(Located<string> name, long count, int most) =>
        Error(
            "sweep-large",
            name.Place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'foreach' makes {count} runs of '{name.Value}'; at most {most} are expected"
            )
        );

    public static Diagnostic InheritanceCircular(Place place, IEnumerable<string> chain) =>
        Error("inheritance-circular", place, $"'from' leads back to where it started: {string.Join(" → ", chain)}");

    public static Diagnostic LineageCircular(Place place, string key, IEnumerable<string> chain) =>
        Error("lineage-circular", place, $"'{key}' leads back to where it started: {string.Join(" → ", chain)}");

    public static Diagnostic SeedsUnmatched(Located<string> other, string run, int seeds, int others) =>
        Error(
            "seeds-unmatched",
            other.Place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{run}' has {seeds} seeds and '{other.Value}' {others}: each goes with the same seed there, or all with an only one"
            )
        );

    /// <param name="sentence">The contract's own, which also a worker would say.</param>
    public static Diagnostic RunUnfit(Place place, string code, string sentence) =>
        Error(code, place, char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.'));

    public static Diagnostic ClaimDuplicate(Located<string> id, Place first) =>
        Error("claim-duplicate", id.Place, $"the claim '{id.Value}' is made already, at {first}");

    public static Diagnostic ConditionMissing(Place place, string claim) =>
        Error(
            "condition-missing",
            place,
            $"claim '{claim}' is expected to hold under a condition; say which: under: {{ holds: …, condition: … }}"
        );

    public static Diagnostic ClaimUnknown(Located<string> id, IEnumerable<string> known) =>
        Error("claim-unknown", id.Place, $"there is no claim '{id.Value}'{Suggest.Among(id.Value, known)}");
}
