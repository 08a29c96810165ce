using Recto.Content;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>Draws what the chapters ask for; equal inputs give equal bytes.</summary>
public static class FigureGallery
{
    /// <summary>By kind of figure: reads the data once, then draws for each language; null, with diagnostics, if it cannot.</summary>
    /// <remarks>What a chapter may say to each kind stands in <see cref="FigureKinds"/>.</remarks>
    public static IReadOnlyDictionary<string, Func<FigureSource, Func<Terms, Drawing>?>> Kinds { get; } =
        new Dictionary<string, Func<FigureSource, Func<Terms, Drawing>?>>
        {
            ["curves"] = CurvesFigure.Draw,
            ["reconstructions"] = ReconstructionsFigure.Draw,
            ["codes"] = CodesFigure.Draw,
            ["manifold"] = ManifoldFigure.Draw,
            ["filters"] = FiltersFigure.Draw,
            ["network"] = NetworkFigure.Draw,
        };

    /// <summary>Every figure of the book, in each language that asks for it; those that cannot be drawn are reported.</summary>
    /// <param name="terms">For each language of the report.</param>
    public static FigureSet Draw(
        Book book,
        RunSet runs,
        IReadOnlyList<Terms> terms,
        Workspace workspace,
        DiagnosticBag bag
    )
    {
        var figures = Requests(book)
            .AsParallel()
            .AsOrdered()
            .SelectMany(asked => Draw(asked, runs, terms, bag))
            .ToList();
        CheckGlyphs(figures, workspace, bag);
        return new FigureSet([.. figures.Select(f => f.Figure)]);
    }

    /// <summary>One figure, asked for in one or more languages; the first one's request is the one that is drawn.</summary>
    internal sealed record Asked(
        FigureRequest Request,
        IReadOnlyList<Language> Languages,
        IReadOnlyList<FigureRequest> Others
    );

    private sealed record Drawn(Figure Figure, Drawing Drawing, FigureRequest Request);

    internal static IEnumerable<Asked> Requests(Book book) =>
        from chapter in book.Chapters
        from language in book.Report.Languages
        where chapter.Editions.ContainsKey(language.Code)
        from request in chapter.Editions[language.Code].Figures
        where request.Kind != FigureKinds.Picture
        group (language, request) by request.Id into same
        select new Asked(
            same.First().request,
            [.. same.Select(s => s.language)],
            [.. same.Skip(1).Select(s => s.request)]
        );

    private static IEnumerable<Drawn> Draw(Asked asked, RunSet runs, IReadOnlyList<Terms> terms, DiagnosticBag bag)
    {
        var request = asked.Request;
        if (FigureChecks.Runs(request, runs, bag) is not { } found)
        {
            return [];
        }

        var source = new FigureSource(request, found, bag)
        {
            SeedsOf = run => [run, .. runs.ById.Values.Where(r => r.Id != run.Id && SeedId.Experiment(r.Id) == run.Id)],
        };
        var draw = Kinds[request.Kind](source);
        return draw is null
            ? []
            : asked.Languages.Select(language =>
                Finish(request, language, draw(terms.First(t => t.Language == language)))
            );
    }

    private static Drawn Finish(FigureRequest request, Language language, Drawing drawing)
    {
        var svg = SvgPost.Write(drawing, $"{request.Id}-{language.Code}");
        var files = drawing.Raster?.Files ?? new Dictionary<string, byte[]>();
        var figure = new Figure(request.Id, language, svg, drawing.Legend, files, drawing.Data);
        return new Drawn(figure, drawing, request);
    }

    /// <summary>A character without a glyph would come out blank, or in whatever font a machine has.</summary>
    private static void CheckGlyphs(IReadOnlyList<Drawn> figures, Workspace workspace, DiagnosticBag bag)
    {
        if (figures.Count == 0)
        {
            return;
        }

        using var font = ReportFont.Open(workspace);
        foreach (var (figure, drawing, request) in figures)
        {
            var missing = font.Missing([.. drawing.Words.Select(w => w.Text), .. drawing.Legend.Select(e => e.Label)]);
            if (missing.Length > 0)
            {
                bag.Add(Errors.GlyphMissing(request.Place, request.Id, figure.Language.Code, missing));
            }
        }
    }
}
