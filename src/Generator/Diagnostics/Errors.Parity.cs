namespace Recto.Diagnostics;

/// <summary>Where the languages of a chapter do not say the same.</summary>
public static partial class Errors
{
    public static Diagnostic HeadingMoved(Located<string> found, Located<string> expected) =>
        Error(
            "heading-moved",
            found.Place,
            $"here comes '{found.Value}', but '{expected.Value}' in {expected.Place}; both languages have one order"
        );

    public static Diagnostic HeadingLevelDiffers(Located<string> heading, int level, int expected, Place other) =>
        Error(
            "heading-level-differs",
            heading.Place,
            $"'{heading.Value}' is a heading of level {level} here, and of level {expected} in {other}"
        );

    /// <param name="kind">Of what the other language's section lacks.</param>
    public static Diagnostic SectionDiffers(Place place, string kind, string what, string section, Place other) =>
        Error(
            "section-differs",
            place,
            $"the {kind} '{what}' has no counterpart in the section '{section}' at {other}; both languages hold the same"
        );

    /// <param name="argument">What <c>recto confirm</c> is given.</param>
    public static Diagnostic TranslationStale(Place place, Place original, string argument) =>
        Warning(
            "translation-stale",
            place,
            $"the original of this section, at {original}, has changed since the translation was confirmed; when they agree: recto confirm {argument}"
        );

    public static Diagnostic TranslationUnconfirmed(Place place, Place original, string argument) =>
        Warning(
            "translation-unconfirmed",
            place,
            $"nobody has confirmed that this section says what its original does, at {original}; when they agree: recto confirm {argument}"
        );
}
