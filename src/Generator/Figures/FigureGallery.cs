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
            ["sweep"] = SweepFigure.Draw,
            ["reconstructions"] = ReconstructionsFigure.Draw,
            ["codes"] = CodesFigure.Draw,
            ["manifold"] = ManifoldFigure.Draw,
            ["filters"] = FiltersFigure.Draw,
            ["network"] = NetworkFigure.Draw,
        };

    /// <summary>Every figure of the book, in each language that asks for it; those that cannot be drawn are reported.</summary>
    /// <remarks>Not among them, and no mistake of the author's: those of runs without a result, or with an earlier one
    /// that lacks what they show.</remarks>
    /// <param name="terms">For each language of the report.</param>
    public static FigureSet Draw(
        Book book,
        RunSet runs,
        IReadOnlyList<Terms> terms,
        Workspace workspace,
        DiagnosticBag bag
    )
    {
        var cache = new FigureCache(workspace, ProgramDigest.Of());
        var tools = new Tools(cache, new OwnFigures(workspace, bag), bag);
        var asked = Requests(book).ToList();
        var each = new IEnumerable<Made>[asked.Count];
        SideBySide.Do([.. asked.Select((one, i) => (Action)(() => each[i] = Make(one, runs, terms, tools)))]);
        var made = each.SelectMany(one => one).ToList();
        var drawn = made.OfType<Drawn>().ToList();
        foreach (var figure in drawn.Except(WithoutGlyphs(drawn, workspace, bag)))
        {
            cache.Keep(figure.Key, figure.Words, figure.Figure);
        }

        cache.Prune();
        return new FigureSet([.. made.Select(m => m.Figure)]);
    }

    /// <summary>One figure, asked for in one or more languages; the first one's request is the one that is drawn.</summary>
    internal sealed record Asked(
        FigureRequest Request,
        IReadOnlyList<Language> Languages,
        IReadOnlyList<FigureRequest> Others
    );

    private sealed record Tools(FigureCache Cache, OwnFigures Own, DiagnosticBag Bag);

    /// <summary>A figure that was found, or, as <see cref="Drawn"/>, has just been made.</summary>
    private record Made(Figure Figure);

    private sealed record Drawn(Figure Figure, Drawing Drawing, FigureRequest Request, string Key, HeardWords Words)
        : Made(Figure);

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

    private static IEnumerable<Made> Make(Asked asked, RunSet runs, IReadOnlyList<Terms> terms, Tools tools)
    {
        var request = asked.Request;
        var standing = request.Runs.Select(runs.StandingOf).DefaultIfEmpty().Max();
        if (standing is RunStanding.Absent)
        {
            return [];
        }

        var found = request.Runs.Select(id => runs.ById[id]).ToList();
        var troubles = standing is RunStanding.Fresh ? tools.Bag : new DiagnosticBag();
        var source = new FigureSource(request, found, troubles)
        {
            SeedsOf = run =>
                [
                    .. runs
                        .ById.Values.Where(r => SeedId.Experiment(r.Id) == run.Id)
                        .OrderBy(r => r.Id.Length)
                        .ThenBy(r => r.Id, StringComparer.Ordinal),
                ],
        };

        // What both languages share is read and drawn only where one of them is missing.
        var draw = new Lazy<Func<Terms, Drawing>?>(() =>
            Kinds.TryGetValue(request.Kind, out var known) ? known(source) : tools.Own.Draw(source)
        );
        var code = Kinds.ContainsKey(request.Kind) ? "" : tools.Own.DigestOf(request.Kind);
        return [.. asked.Languages.Select(language => Made(terms.First(t => t.Language == language))).OfType<Made>()];

        Made? Made(Terms words)
        {
            var seeds = found.SelectMany(source.SeedsOf).Select(runs.DigestOf);
            var key = tools.Cache.KeyOf(request, seeds, words.Language, code);
            return tools.Cache.Find(key, words) is { } known ? new Made(known)
                : draw.Value is { } kind ? Finish(source, words, kind, key)
                : null;
        }
    }

    private static Drawn? Finish(FigureSource source, Terms terms, Func<Terms, Drawing> draw, string key)
    {
        var (request, language, words) = (source.Request, terms.Language, new HeardWords(terms.Words));
        Drawing drawing;
        try
        {
            drawing = draw(terms with { Words = words });
        }
        catch (FigureFailure e)
        {
            if (e.Diagnose?.Invoke(e.Place!) is { } problem)
            {
                source.Bag.Add(problem);
            }

            return null;
        }

        var svg = SvgPost.Write(drawing, $"{request.Id}-{language.Code}");
        var files = drawing.Raster?.Files ?? new Dictionary<string, byte[]>();
        var figure = new Figure(request.Id, language, svg, drawing.Legend, files, drawing.Data);
        return new Drawn(figure, drawing, request, key, words);
    }

    /// <summary>A character without a glyph would come out blank, or in whatever font a machine has.</summary>
    private static List<Drawn> WithoutGlyphs(IReadOnlyList<Drawn> figures, Workspace workspace, DiagnosticBag bag)
    {
        var without = new List<Drawn>();
        using var font = figures.Count == 0 ? null : ReportFont.Open(workspace);
        foreach (var drawn in figures)
        {
            var (figure, drawing, request, _, _) = drawn;
            var words = drawing.Words.Select(w => w.Text).Concat(drawing.Legend.Select(e => e.Label));
            var missing = font!.Missing(words);
            if (missing.Length > 0)
            {
                bag.Add(Errors.GlyphMissing(request.Place, request.Id, figure.Language.Code, missing));
                without.Add(drawn);
            }
        }

        return without;
    }
}
