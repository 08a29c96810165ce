using Markdig.Syntax;
using Recto.Content.Parity;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content;

/// <summary>Everything the author wrote, read and checked as far as it can be without training.</summary>
/// <param name="Experiments">By run id, over all chapters, in the order of declaration.</param>
public sealed record Book(
    Report Report,
    IReadOnlyList<Chapter> Chapters,
    IReadOnlyDictionary<string, Experiment> Experiments
)
{
    /// <summary>The bibliography, by citation key, in the order of the file.</summary>
    public IReadOnlyDictionary<string, Reference> References { get; init; } = new Dictionary<string, Reference>();

    /// <summary>Translated sections whose original has changed since they were confirmed.</summary>
    public IReadOnlySet<TranslatedSection> Stale { get; init; } = new HashSet<TranslatedSection>();

    /// <summary>By name; their runs are among the experiments.</summary>
    public IReadOnlyDictionary<string, Sweep> Sweeps { get; init; } = new Dictionary<string, Sweep>();

    /// <summary>The experiments that a word in an expression stands for.</summary>
    public IEnumerable<string> Named(string word) =>
        Sweeps.TryGetValue(word, out var sweep) ? sweep.Members.Select(m => m.Run) : [word];

    /// <summary>Run ids that are declared but could not be read; what names them is not wrong as well.</summary>
    public IReadOnlySet<string> Unreadable { get; init; } = new HashSet<string>();
}

/// <param name="Folder">For instance <c>31-autoencoder</c>; also the last part of its address.</param>
/// <param name="Number">For instance <c>3.1</c>; <c>4</c> for a part of its own, <c>A</c> in the appendix, or empty.</param>
/// <param name="Editions">By language code; the primary language's is always there.</param>
public sealed record Chapter(
    string Folder,
    string Number,
    Part Part,
    IReadOnlyDictionary<string, Edition> Editions,
    IReadOnlyList<Experiment> Experiments,
    IReadOnlyList<Claim> Claims
);

/// <summary>A chapter in one language.</summary>
/// <param name="File">Relative to the report's root.</param>
/// <param name="Title">May hold spliced values, hence parsed.</param>
/// <param name="Body">Parsed with our Markdig pipeline; positions are those of the file.</param>
public sealed record Edition(
    Language Language,
    string File,
    Located<string> Title,
    Located<string>? Description,
    MarkdownDocument Body,
    IReadOnlyList<FigureRequest> Figures
)
{
    /// <summary>The file's front matter, as it was typed.</summary>
    public string Head { get; init; } = "";

    /// <summary>The file's text, its front matter blanked: spans of the body are spans of it.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A declared run, resolved.</summary>
/// <param name="Id">Global to the report.</param>
/// <param name="Yaml">The declaration as resolved (<c>from:</c> merged in), for listings.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record Experiment(string Id, ExperimentSpec Spec, string Yaml, Place Place)
{
    /// <summary>How often it is run: with the spec's seed, the next one, and so on.</summary>
    public int Seeds { get; init; } = 1;
}

/// <summary>An assertion of the text that is tested at every build.</summary>
/// <param name="Holds">A Scriban expression over runs that says whether it is true.</param>
/// <param name="Source">What the source document reports, as it prints it; absent where it gives no value.</param>
public sealed record Claim(
    string Id,
    Located<string> Holds,
    string? Source,
    Verdict Expected,
    Localized Text,
    Place Place
)
{
    /// <summary>Where the source makes it: <c>3.1</c>; absent where that is not said.</summary>
    public string? Section { get; init; }

    /// <summary>How its values are printed, as a filter.</summary>
    public string Format { get; init; } = "fixed 4";

    /// <summary>What of it holds where it does not hold as it stands.</summary>
    public Condition? Under { get; init; }

    /// <summary>Its tests, each with the key that declares it.</summary>
    public IEnumerable<(string Key, Located<string> Test)> Tests =>
        Under is null ? [("holds", Holds)] : [("holds", Holds), ("under.holds", Under.Holds)];

    /// <summary>Its sentence, and the condition's.</summary>
    public IEnumerable<Localized> Texts => Under is null ? [Text] : [Text, Under.Text];
}

/// <param name="Holds">A weaker test than the claim's.</param>
/// <param name="Text">Under which condition, in words.</param>
public sealed record Condition(Located<string> Holds, Localized Text);

public enum Verdict
{
    Reproduced,
    UnderCondition,
    NotReproduced,
}

/// <summary>A figure that a chapter asks for: <c>![alt](figure:kind "caption"){#id runs="a b" key=value}</c>.</summary>
/// <param name="Id">Shared by the languages.</param>
/// <param name="Kind">For instance <c>curves</c>; <c>picture</c> for a file of the chapter's folder.</param>
/// <param name="Options">Attributes other than the id, <c>runs</c> and <c>slot</c>.</param>
public sealed record FigureRequest(
    string Id,
    string Kind,
    IReadOnlyList<string> Runs,
    IReadOnlyDictionary<string, string> Options,
    Place Place
)
{
    /// <summary>Those that it draws as one; its runs are theirs.</summary>
    public IReadOnlyList<Sweep> Sweeps { get; init; } = [];
}
