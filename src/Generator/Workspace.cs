namespace Recto;

/// <summary>The fixed folders, absolute; every other path in the program is relative to one of them.</summary>
/// <param name="Home">Where Recto itself lies: its templates, npm assets and the worker's sources.</param>
/// <param name="Root">The report, which holds <c>content/</c>.</param>
/// <param name="Site">What is published; swapped whole.</param>
public sealed record Workspace(string Home, string Root, string Site)
{
    /// <summary>The folder of the report below whose site this one is published; null for one that stands by itself.</summary>
    public string? Host { get; init; }

    /// <summary>Nothing is written, not even what was computed for next time.</summary>
    public bool IsForReading { get; init; }

    public string Content => Path.Combine(Root, "content");

    public string Templates => Path.Combine(Home, "templates");

    /// <summary>Where a template or asset is looked for: the report's own first, which shadow Recto's one by one.</summary>
    public IReadOnlyList<string> TemplateFolders =>
        [.. new[] { Path.Combine(Root, "templates"), Templates }.Distinct().Where(Directory.Exists)];

    public string Cache => Path.Combine(Root, ".cache");

    public string Assets => Path.Combine(Home, "node_modules");

    public string WorkerSources => Path.Combine(Home, "src", "Experiments");
}
