using Recto.Content;

namespace Recto.Pages;

public static class Editions
{
    /// <summary>The chapter in this language, or in the primary one where its translation is missing.</summary>
    public static Edition In(this Chapter chapter, Language language, Report report) =>
        chapter.Editions.GetValueOrDefault(language.Code) ?? chapter.Editions[report.Primary.Code];

    /// <summary>Whether it can be shown in two languages, side by side.</summary>
    public static bool IsPaired(this Chapter chapter, Report report) =>
        report.Languages.Count > 1 && report.Languages.Take(2).All(l => chapter.Editions.ContainsKey(l.Code));
}
