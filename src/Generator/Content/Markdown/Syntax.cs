using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary><c>{{ expression }}</c>: a Scriban expression, evaluated when the page is written.</summary>
public sealed class ValueInline : LeafInline
{
    /// <summary>Between the braces, trimmed.</summary>
    public required string Expression { get; init; }

    /// <summary>Where the expression's first character stands.</summary>
    public required Place Place { get; init; }
}

/// <summary><c>[](#id)</c>: prints the number of a figure, table, equation, listing, claim or section.</summary>
public sealed class ReferenceInline : LeafInline
{
    public required string Target { get; init; }

    public required Place Place { get; init; }
}

/// <summary><c>[@key; @other]</c>: cites works of <c>references.yml</c>.</summary>
public sealed class CitationInline : LeafInline
{
    public required IReadOnlyList<Located<string>> Keys { get; init; }
}

/// <summary><c>[0.0685]{.source}</c>: a value that the source document gives; <c>[10%]{.given}</c>: one that is no result.</summary>
public sealed class MarkedInline : LeafInline
{
    public required string Text { get; init; }

    /// <summary>Readers see whose it is.</summary>
    public required bool IsSource { get; init; }
}

/// <summary>A figure in place of the paragraph that held its image.</summary>
public sealed class FigureBlock : LeafBlock
{
    public FigureBlock()
        : base(null) { }

    public required FigureRequest Request { get; init; }

    /// <summary>What is to be seen, for readers who cannot; text and values only.</summary>
    public required ContainerInline Alt { get; init; }

    public required ContainerInline Caption { get; init; }

    /// <summary>The slot of the source document that it fills, if any.</summary>
    public string? Slot { get; init; }
}

/// <summary>A fenced block <c>metrics</c>: a table made from runs.</summary>
public sealed class MetricsBlock : LeafBlock
{
    public MetricsBlock()
        : base(null) { }

    public required string Id { get; init; }

    public required ContainerInline Caption { get; init; }

    public required IReadOnlyList<Located<string>> Runs { get; init; }

    public required IReadOnlyList<MetricsColumn> Columns { get; init; }

    /// <summary>Of all runs; then a row leads to its run's records, and no cell to an entry of its own.</summary>
    public bool OfAll { get; init; }

    public string? Slot { get; init; }
}

/// <param name="Metric">Path below a run: <c>test.mse</c>.</param>
/// <param name="Format">A Scriban filter, for instance <c>fixed 4</c>.</param>
/// <param name="Title">Absent: the locale table's word for the metric.</param>
/// <param name="IsOptional">A run that does not measure it shows a dash.</param>
public sealed record MetricsColumn(Located<string> Metric, string Format, string? Title, bool IsOptional)
{
    public const string Epochs = "spec.epochs";
    public const string TrainSeconds = "time.train";

    /// <summary>What is no metric and has columns all the same.</summary>
    public static IReadOnlyList<string> Others { get; } = [Epochs, TrainSeconds];

    /// <summary>Which value is set in bold; absent where none is better than another.</summary>
    public Best? Best { get; init; }
}

public enum Best
{
    Least,
    Greatest,
}

/// <summary>A fenced block <c>ledger</c>: every claim of the report with its verdict.</summary>
public sealed class LedgerBlock : LeafBlock
{
    public LedgerBlock()
        : base(null) { }
}

/// <summary>A fenced block with <c>{src=… region=…}</c> or <c>{experiment=…}</c>: shows what was really run.</summary>
public sealed class ListingBlock : LeafBlock
{
    public ListingBlock()
        : base(null) { }

    public required string Id { get; init; }

    public required ContainerInline Caption { get; init; }

    /// <summary>Grammar name for highlighting: <c>csharp</c>, <c>yaml</c>.</summary>
    public required string Grammar { get; init; }

    /// <summary>The text to show.</summary>
    public required string Code { get; init; }

    /// <summary>Where it comes from, shown to the reader: <c>src/Experiments/Models/…</c>, or the run's id.</summary>
    public required string Origin { get; init; }

    public string? Slot { get; init; }
}

/// <summary>A fenced block <c>bibliography</c>: all works of <c>references.yml</c>.</summary>
public sealed class BibliographyBlock : LeafBlock
{
    public BibliographyBlock()
        : base(null) { }
}

/// <summary>A fenced block <c>citation</c>: how to cite the report, in words and in BibTeX.</summary>
public sealed class CitationBlock : LeafBlock
{
    public CitationBlock()
        : base(null) { }
}

/// <summary>A fenced block <c>claims</c>: shows these claims with their verdicts.</summary>
public sealed class ClaimsBlock : LeafBlock
{
    public ClaimsBlock()
        : base(null) { }

    public required IReadOnlyList<Claim> Claims { get; init; }
}
