namespace Recto.Pages;

/// <summary>A page to be written when it is asked for.</summary>
/// <param name="Path">Below the site.</param>
/// <param name="Shown">The chapters whose text it shows.</param>
public sealed record WrittenPage(string Path, IReadOnlyList<PageContext> Shown, Lazy<string> Html);
