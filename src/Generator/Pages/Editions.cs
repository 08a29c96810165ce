using Recto.Content;

namespace Recto.Pages;

public static class Editions
{
    /// <summary>The chapter in this language, or in the primary one where its translation is missing.</summary>
    public static Edition In(this Chapter chapter, Language language, Report report) =>
        chapter.Editions.GetValueOrDefault(language.Code) ?? chapter.Editions[report.Primary.Code];
}
