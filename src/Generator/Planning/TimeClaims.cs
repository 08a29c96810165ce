using Recto.Content;
using Recto.Content.Expressions;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Planning;

/// <summary>Finds the runs whose time a claim is about: what else the machine does would be measured with it.</summary>
internal static class TimeClaims
{
    /// <summary>Ids of those runs, by what each claim reads when it is tested with stand-ins.</summary>
    public static IReadOnlySet<string> Runs(Book book)
    {
        var facts = SweepFacts.With(StandIns.Of(book.Experiments.Values), book.Sweeps.Values);
        return book
            .Chapters.SelectMany(c => c.Claims)
            .SelectMany(c => c.Tests)
            .Select(t => Evaluator.Evaluate(t.Test, facts, book.Report.Primary, new DiagnosticBag()))
            .SelectMany(evaluated => evaluated?.Sources ?? [])
            .Where(read => read.Path == MetricsColumn.TrainSeconds)
            .Select(read => read.Run)
            .ToHashSet();
    }
}
