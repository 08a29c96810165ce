using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Markdown;

/// <summary>What an image's address and attributes ask for, checked as far as it can be without training.</summary>
internal static class FigureRequests
{
    private const string Runs = "runs";

    /// <summary><c>figure:kind</c>: drawn from runs.</summary>
    public static FigureRequest Drawn(Located<string> kind, Attributes attributes, Place place, BodyText body)
    {
        var named = attributes.Words(Runs);
        var runs = body.Declared.Runs(named);
        var known = FigureKinds.Find(kind.Value, body.Declared.OwnFigures);
        if (known is null)
        {
            var kinds = FigureKinds.All.Select(k => k.Name).Concat(body.Declared.OwnFigures);
            body.Bag.Add(Errors.FigureKindUnknown(kind.Place, kind.Value, kinds));
        }
        else
        {
            attributes.Check([Runs, Slots.Attribute, .. known.Options.Select(o => o.Name)], body.Bag);
            CheckRuns(known, runs, place, body);
            if (known.OfSweeps)
            {
                SweepRequests.Check(known, named, attributes, body);
            }

            foreach (var option in known.Options)
            {
                CheckWords(option, attributes.Words(option.Name), runs, body);
            }
        }

        return new FigureRequest(
            attributes.Id,
            kind.Value,
            [.. runs.Select(r => r.Value)],
            (known?.Options ?? [])
                .Where(o => attributes.Find(o.Name) is not null)
                .ToDictionary(o => o.Name, o => attributes.Find(o.Name)!),
            place
        )
        {
            Sweeps = known is { OfSweeps: true } ? SweepRequests.Of(named, body) : [],
        };
    }

    private static void CheckRuns(FigureKind kind, IReadOnlyList<Located<string>> runs, Place place, BodyText body)
    {
        if (runs.Count == 0 || runs.Count > kind.MostRuns)
        {
            body.Bag.Add(Errors.FigureRunsWrong(place, kind.Name, kind.MostRuns, runs.Count));
        }

        foreach (var run in runs)
        {
            var experiment = body.Declared.Run(run, body.Bag);
            if (experiment is not null && kind.Probe is { } probe && !experiment.Spec.Probes.Contains(probe))
            {
                body.Bag.Add(Errors.ProbeMissing(run.Place, kind.Name, run.Value, probe));
            }
        }
    }

    private static void CheckWords(
        FigureOption option,
        IReadOnlyList<Located<string>> words,
        IReadOnlyList<Located<string>> runs,
        BodyText body
    )
    {
        foreach (var surplus in words.Skip(option.Most).Take(1))
        {
            body.Bag.Add(Errors.FigureOptionLong(surplus.Place, option.Name, option.Most));
        }

        foreach (var word in words.Where(w => option.Words.Count > 0 && !option.Words.Contains(w.Value)))
        {
            body.Bag.Add(Errors.FigureOptionUnknown(word, option.Name, option.Words));
        }

        switch (option.Name)
        {
            case FigureKinds.Metric when option.IsAny:
                words.ToList().ForEach(metric => CheckAny(metric, runs, body));
                break;
            case FigureKinds.Metric when !option.IsMetric:
                words.ToList().ForEach(metric => CheckMetric(metric, runs, body));
                break;
            case FigureKinds.Rows when words.FirstOrDefault(w => w.Value == FigureKinds.Noisy) is { } noisy:
                CheckNoise(noisy, runs, body);
                break;
        }
    }

    private static void CheckNoise(Located<string> row, IReadOnlyList<Located<string>> runs, BodyText body)
    {
        foreach (var run in runs.Select(r => r.Value).Where(body.Declared.Experiments.ContainsKey))
        {
            if (body.Declared.Experiments[run].Spec.Noise is null)
            {
                body.Bag.Add(Errors.NoiseMissing(row, run));
            }
        }
    }

    private static void CheckAny(Located<string> name, IReadOnlyList<Located<string>> runs, BodyText body)
    {
        foreach (var run in runs.Where(r => body.Declared.Experiments.ContainsKey(r.Value)))
        {
            var spec = body.Declared.Experiments[run.Value].Spec;
            IReadOnlyList<string> known = [.. MetricCatalog.Of(spec), .. MetricCatalog.Curves(spec)];
            if (!known.Contains(name.Value))
            {
                body.Bag.Add(Errors.MetricUnknown(name, run.Value, known));
            }
        }
    }

    private static void CheckMetric(Located<string> metric, IReadOnlyList<Located<string>> runs, BodyText body)
    {
        foreach (var run in runs.Where(r => body.Declared.Experiments.ContainsKey(r.Value)))
        {
            var curves = MetricCatalog.Curves(body.Declared.Experiments[run.Value].Spec);
            if (!curves.Contains(metric.Value))
            {
                body.Bag.Add(Errors.CurveUnknown(metric.Place, run.Value, metric.Value, curves));
            }
        }
    }

    /// <summary>A file beside the chapter; <c>name.en.svg</c> takes the place of <c>name.svg</c> in English.</summary>
    public static FigureRequest Picture(Located<string> file, Attributes attributes, Place place, BodyText body)
    {
        attributes.Check([Slots.Attribute], body.Bag);
        var folder = $"content/{body.Folder}";
        var names = body.Files.Names(folder).Where(IsPicture).ToList();
        var own = Path.ChangeExtension(file.Value, body.Language.Code + Path.GetExtension(file.Value));
        var name = names.Contains(own) ? own : file.Value;
        if (!names.Contains(name))
        {
            body.Bag.Add(Errors.PictureMissing(file, folder, names));
        }

        return new FigureRequest(
            attributes.Id,
            FigureKinds.Picture,
            [],
            new Dictionary<string, string> { [FigureKinds.Source] = $"{body.Folder}/{name}" },
            place
        );
    }

    private static bool IsPicture(string name) => Path.GetExtension(name) is ".svg" or ".png" or ".jpg" or ".webp";
}
