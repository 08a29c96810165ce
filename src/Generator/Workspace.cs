namespace Recto;

/// <summary>The fixed folders, absolute; every other path in the program is relative to one of them.</summary>
/// <param name="Home">Where Recto itself lies: its templates, npm assets and the worker's sources.</param>
/// <param name="Root">The report, which holds <c>content/</c>.</param>
/// <param name="Site">What is published; swapped whole.</param>
public sealed record Workspace(string Home, string Root, string Site)
{
    /// <summary>Nothing is written, not even what was computed for next time.</summary>
    public bool IsForReading { get; init; }

    public string Content => Path.Combine(Root, "content");

    public string Templates => Path.Combine(Home, "templates");

    public string Cache => Path.Combine(Root, ".cache");

    public string Assets => Path.Combine(Home, "node_modules");

    public string WorkerSources => Path.Combine(Home, "src", "Experiments");
}
