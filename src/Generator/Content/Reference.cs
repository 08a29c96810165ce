using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A work of <c>content/references.yml</c>; the fields are CSL's.</summary>
/// <param name="Key">As cited: <c>[@vincent2010]</c>.</param>
/// <param name="Type">For instance <c>article-journal</c>.</param>
public sealed record Reference(string Key, string Type, string Title, IReadOnlyList<Author> Authors, int Year)
{
    public string? ContainerTitle { get; init; }

    public string? Volume { get; init; }

    public string? Issue { get; init; }

    public string? Page { get; init; }

    public string? Publisher { get; init; }

    public string? Doi { get; init; }

    public string? Url { get; init; }

    public required Place Place { get; init; }
}

/// <param name="Given">Absent for an institution.</param>
public sealed record Author(string Family, string? Given);
