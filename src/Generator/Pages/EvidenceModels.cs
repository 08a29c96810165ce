using Recto.Content;
using Recto.Content.Expressions;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>A run as the evidence page shows it.</summary>
/// <param name="Anchor">What numbers in the text link to.</param>
/// <param name="Experiment">The run's own id, or for a further seed the experiment's.</param>
/// <param name="Chapter">That declares it.</param>
/// <param name="Spec">The declaration as resolved; absent for a further seed, which shares it.</param>
/// <param name="Folder">The address of its files.</param>
/// <param name="Earlier">It could not be made anew in this build.</param>
public sealed record EvidenceModel(
    string Id,
    string Anchor,
    string Experiment,
    LinkModel? Chapter,
    string? Spec,
    long Seed,
    int Epochs,
    string Loss,
    string Seconds,
    RunKeys Keys,
    IReadOnlyList<FactModel> Metrics,
    IReadOnlyList<FactModel> Environment,
    IReadOnlyList<ArtifactModel> Artifacts,
    IReadOnlyList<LinkModel> Figures,
    IReadOnlyList<LinkModel> Claims,
    IReadOnlyList<NumbersModel> Numbers,
    string Folder,
    bool Earlier
);

/// <param name="Path">As an expression names it.</param>
public sealed record FactModel(string Name, string Path, string Value);

/// <param name="Href">Absent where the file is not published.</param>
public sealed record ArtifactModel(string Path, string Bytes, string Sha256, string? Href);

/// <summary>The numbers of a chapter that a run measured.</summary>
public sealed record NumbersModel(LinkModel Chapter, IReadOnlyList<LinkModel> Numbers);

/// <summary>Everything that is known of each run, and where the report uses it.</summary>
public static class EvidenceModels
{
    public const string Page = "evidence.html";

    /// <summary>Where a run's section lies, below the site.</summary>
    public static string Path(Language language, string run) => $"{language.Code}/{Page}#{Anchor(run)}";

    /// <summary>In the order of declaration, each with its further seeds; to be asked when all chapters are written.</summary>
    public static IReadOnlyList<EvidenceModel> Of(SiteModels site)
    {
        var order = site.In.Book.Experiments.Keys.Index().ToDictionary(e => e.Item, e => e.Index);
        return
        [
            .. site
                .In.Runs.ById.Values.OrderBy(run => order.GetValueOrDefault(SeedId.Experiment(run.Id)))
                .ThenBy(run => run.Id.Length)
                .ThenBy(run => run.Id, StringComparer.Ordinal)
                .Select(run => Of(run, site)),
        ];
    }

    private static string Anchor(string run) => "run-" + run;

    private static EvidenceModel Of(Run run, SiteModels site)
    {
        var id = SeedId.Experiment(run.Id);
        var record = run.Record;
        var declaring = site.Pages.FirstOrDefault(p => p.Chapter.Experiments.Any(e => e.Id == id));
        return new EvidenceModel(
            run.Id,
            Anchor(run.Id),
            id,
            declaring is null ? null : ChapterLink(declaring, ""),
            run.Id == id ? site.In.Book.Experiments[id].Yaml : null,
            record.Spec.Seed,
            record.Spec.Epochs,
            record.Metrics.TryGetValue("epoch.loss", out var loss) ? Numbers.Fixed(loss, 4) : "–",
            Numbers.Fixed(run.Environment.TrainSeconds, 1),
            record.Keys,
            [.. record.Metrics.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => Metric(m.Key, m.Value, site))],
            Environment(run.Environment, record.Inputs.Library, site.In.Terms),
            [.. record.Artifacts.Select(artifact => Artifact(artifact, run))],
            [.. site.Pages.SelectMany(page => Figures(page, id))],
            [.. site.Pages.SelectMany(page => Claims(page, id))],
            [.. site.Pages.Select(page => Printed(page, run.Id)).Where(n => n.Numbers.Count > 0)],
            $"../data/{run.Id}/",
            site.In.Runs.StandingOf(run.Id) is RunStanding.LastGood
        );
    }

    private static FactModel Metric(string path, double value, SiteModels site) =>
        new(site.In.Terms.Words.GetValueOrDefault("metric." + path, ""), path, ProvenanceModels.Value(path, value));

    private static IReadOnlyList<FactModel> Environment(RunEnvironment environment, string library, Terms terms) =>
        [
            new(terms["environment.cpu"], "", environment.Cpu),
            new(terms["environment.os"], "", environment.Os),
            new(terms["environment.runtime"], "", $"{environment.Runtime}, {library}"),
            new(terms["environment.instructions"], "", string.Join(" ", environment.InstructionSets)),
            new(terms["environment.pins"], "", string.Join(" ", environment.Pins.Select(p => $"{p.Key}={p.Value}"))),
            new(terms["environment.threads"], "", Numbers.Whole(environment.Threads)),
            new(terms["environment.total"], "", Numbers.Fixed(environment.TotalSeconds, 1)),
            new(terms["environment.memory"], "", Numbers.Integer(environment.PeakBytes / 1e6)),
        ];

    private static ArtifactModel Artifact(ArtifactRecord artifact, Run run)
    {
        // Of a further seed, only what is light is published.
        var isPublished = !SeedId.IsFurther(run.Id) || RunFolder.IsLight(artifact.Path);
        var href = isPublished ? $"../data/{run.Id}/{artifact.Path}" : null;
        return new(artifact.Path, Numbers.Integer(artifact.Bytes), artifact.Sha256, href);
    }

    private static IEnumerable<LinkModel> Figures(PageContext page, string experiment) =>
        page
            .Edition.Figures.Where(figure => figure.Runs.Contains(experiment))
            .Select(figure => Target(page, figure.Id));

    private static IEnumerable<LinkModel> Claims(PageContext page, string experiment) =>
        page
            .Chapter.Claims.Where(claim =>
                claim.Tests.Any(t => Evaluator.Runs(t.Test).SelectMany(page.In.Book.Named).Contains(experiment))
            )
            .Where(claim => page.In.Numbering.Find(claim.Id) is not null) // A claim need not be shown.
            .Select(claim => Target(page, claim.Id));

    private static NumbersModel Printed(PageContext page, string run) =>
        new(
            ChapterLink(page, "#" + page.Anchor("provenance")),
            [
                .. page
                    .Provenance.Numbers.Where(number => number.Sources.Any(source => source.Run == run))
                    .Select(number => new LinkModel(
                        $"{page.Chapter.Folder}.html#{page.Anchor(number.Id)}",
                        "",
                        number.Text
                    )),
            ]
        );

    private static LinkModel Target(PageContext page, string id)
    {
        var target = page.In.Numbering[id];
        return new($"{target.Chapter}.html#{target.Anchor}", "", References.Name(target, page.In.Terms));
    }

    private static LinkModel ChapterLink(PageContext page, string anchor) =>
        new($"{page.Chapter.Folder}.html{anchor}", page.Chapter.Number, ChapterModels.Title(page));
}
