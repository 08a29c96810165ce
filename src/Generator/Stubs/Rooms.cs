// Stands in for the rooms that are built at the same time; goes when they are merged.
using Recto.Content;
using Recto.Diagnostics;
using Recto.Figures;
using Recto.Runs;

#pragma warning disable IDE0005, IDE0130, IDE0060, CA1801, CA1707

namespace Recto.Content
{
    public static class BookReader
    {
        public static Book? Read(Workspace workspace, DiagnosticBag bag)
        {
            var place = Place.Top("content/report.yml");
            bag.Add(new Diagnostic("report-unreadable", Severity.Error, "no chapters can be read yet", place));
            return null;
        }
    }

    public static class TermsReader
    {
        public static Terms Read(IReadOnlyList<string> folders, Language language, DiagnosticBag bag) =>
            new(language, new Dictionary<string, string>());
    }
}

namespace Recto.Planning
{
    public static class Planner
    {
        public static Plan Plan(Book book, bool demo, DiagnosticBag bag) => new([]);
    }

    public static class ExpressionChecks
    {
        public static void Check(Book book, DiagnosticBag bag) { }
    }
}

namespace Recto.Pages
{
    public sealed record SiteDraft(
        IReadOnlyDictionary<string, byte[]> Files,
        IReadOnlyList<PrintEdition> Prints,
        IReadOnlyList<Claim> UnexpectedVerdicts
    );

    public sealed record PrintEdition(
        Language Language,
        string Path,
        byte[] Content,
        string Pdf,
        string Title,
        IReadOnlyList<string> Authors,
        IReadOnlyList<PageHeading> Headings
    );

    public sealed record PageHeading(string Id, string Number, string Text, int Level);

    public static class LinkChecks
    {
        public static void Check(SiteDraft draft, IReadOnlySet<string> beside, DiagnosticBag bag) { }
    }

    public static class PageWriter
    {
        public static SiteDraft Write(
            Book book,
            RunSet runs,
            FigureSet figures,
            IReadOnlyList<Terms> terms,
            Workspace workspace,
            bool demo,
            DiagnosticBag bag
        ) => new(new Dictionary<string, byte[]>(), [], []);
    }
}
