using System.Globalization;
using Recto.Content;

namespace Recto.Pages;

public static class Editions
{
    /// <summary>The chapter's number as printed: a part of its own is 四 in Chinese.</summary>
    public static string Label(this Chapter chapter, Language language) =>
        chapter.Part.Kind == PartKind.Chapter ? chapter.Part.Label(language) : chapter.Number;

    /// <summary>The part's number as printed; empty for none.</summary>
    public static string Label(this Part part, Language language) =>
        part.Number is not { } number ? ""
        : language == Language.Chinese ? Numerals.Chinese(number)
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The chapter in this language, or in the primary one where its translation is missing.</summary>
    public static Edition In(this Chapter chapter, Language language, Report report) =>
        chapter.Editions.GetValueOrDefault(language.Code) ?? chapter.Editions[report.Primary.Code];

    /// <summary>Whether it can be shown in two languages, side by side.</summary>
    public static bool IsPaired(this Chapter chapter, Report report) =>
        report.Languages.Count > 1 && report.Languages.Take(2).All(l => chapter.Editions.ContainsKey(l.Code));
}
