using Recto.Content;

namespace Recto.Pdf;

/// <summary>A print edition on disk, to become a PDF.</summary>
/// <param name="Html">Absolute path; its links to style sheets and pictures hold from there.</param>
public sealed record PrintJob(Language Language, string Html, string Title, IReadOnlyList<string> Authors);
