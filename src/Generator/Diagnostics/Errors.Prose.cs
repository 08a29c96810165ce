namespace Recto.Diagnostics;

/// <summary>Mistakes of language, found in prose that can be read.</summary>
public static partial class Errors
{
    public static Diagnostic NumberUnspliced(Place place, string number) =>
        Error(
            "number-unspliced",
            place,
            $"'{number}' looks like a result: splice it with {{{{ … }}}}, or mark it [{number}]{{.source}} or [{number}]{{.given}}"
        );

    public static Diagnostic TermRejected(Place place, string wrong, string right) =>
        Error("term-rejected", place, $"this report says '{right}', not '{wrong}' (content/glossary.yml)");

    public static Diagnostic TermDuplicate(Located<string> term, Place first) =>
        Error("term-duplicate", term.Place, $"'{term.Value}' has an entry already, at {first}");

    public static Diagnostic PunctuationHalf(Place place, char half, char full) =>
        Error("punctuation-half", place, $"beside Chinese characters write '{full}', not '{half}'");
}
