using System.Globalization;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Content.Expressions;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>What a chapter's end, and a number's card, tell of a number: how it was computed, and of which measurements.</summary>
public static partial class ProvenanceModels
{
    public static ProvenanceModel Of(PrintedNumber number, PageContext page)
    {
        IReadOnlyList<SourceModel> sources =
        [
            .. number
                .Sources.GroupBy(source => (Run: SeedId.Experiment(source.Run), source.Path))
                .Select(seeds => Of(seeds.Key.Run, seeds.Key.Path, [.. seeds], page)),
        ];
        return new ProvenanceModel(
            page.Anchor(number.Id),
            number.Mark,
            new Html(Typography.Set([.. Values.Parted(number.Text)])),
            new Html(Formula(number.Formula, page)),
            string.Join(page.Terms["list_comma"], sources.Select(s => s.Word).Distinct().Where(w => w.Length > 0)),
            sources
        );
    }

    /// <summary>A value as it was measured, in the unit in which the text has it.</summary>
    public static string Value(string path, object measured)
    {
        var unit = Units.Of("run." + path);
        return measured switch
        {
            double share when unit == Unit.Share => Numbers.Fixed(100 * share, 6).TrimEnd('0').TrimEnd('.') + "%",
            double whole when whole == Math.Floor(whole) && Math.Abs(whole) < 1e15 => Numbers.Integer(whole),
            double small when Math.Abs(small) < 1e-2 => Numbers.Significant(small, 7),
            double real => Numbers.Fixed(real, 8).TrimEnd('0'),
            long whole => Numbers.Whole(whole),
            _ => "",
        };
    }

    private static SourceModel Of(string run, string path, IReadOnlyList<Measurement> seeds, PageContext page) =>
        new(
            run,
            path,
            Word(path, seeds.Count, page.Terms),
            page.In.Runs.ById[seeds[0].Run].Record.Spec.Epochs,
            page.Standings.Of(seeds.Select(s => s.Run)) is RunStanding.LastGood,
            [.. seeds.Select(measured => Of(measured, page))]
        );

    private static RecordModel Of(Measurement measured, PageContext page)
    {
        var record = page.In.Runs.ById[measured.Run].Record;
        return new RecordModel(
            measured.Run,
            Value(measured.Path, measured.Value),
            record.Spec.Seed,
            record.Keys.Train[..12],
            Evidence(measured.Run, page)
        );
    }

    /// <summary>Each run in it leads to its record.</summary>
    private static string Formula(string formula, PageContext page) =>
        Path()
            .Replace(
                Html.Escape(formula),
                path =>
                    page.In.Runs.ById.ContainsKey(path.Groups["run"].Value)
                        ? $"<a href=\"{Html.Escape(Evidence(path.Groups["run"].Value, page))}\">{path.Value}</a>"
                        : path.Value
            );

    private static string Evidence(string run, PageContext page) =>
        page.Site(EvidenceModels.Path(page.In.Language, run));

    /// <summary>What was measured: of a curve, also in which epoch; of several seeds, how many.</summary>
    private static string Word(string path, int seeds, Terms terms)
    {
        var curve = Curve().Match(path);
        var word = curve.Success
            ? terms["in_epoch"]
                .Replace("{0}", CurveWord(curve.Groups["name"].Value, terms), StringComparison.Ordinal)
                .Replace("{1}", Numbers.Whole(Epoch(curve) + 1), StringComparison.Ordinal)
            : terms.Words.GetValueOrDefault("metric." + path, "");
        return word.Length == 0 || seeds == 1
            ? word
            : terms["of_seeds"]
                .Replace("{0}", word, StringComparison.Ordinal)
                .Replace("{1}", Numbers.Whole(seeds), StringComparison.Ordinal);
    }

    private static string CurveWord(string name, Terms terms) =>
        terms.Words.GetValueOrDefault("metric." + name) ?? terms.Words.GetValueOrDefault(name, name);

    private static int Epoch(Match curve) => int.Parse(curve.Groups["epoch"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^curve\.(?<name>.+)\[(?<epoch>\d+)\]$")]
    private static partial Regex Curve();

    [GeneratedRegex(@"\b(?<run>[a-z][a-z0-9_]*)\.[a-z_.\[\]0-9]*[a-z_\]0-9]")]
    private static partial Regex Path();
}
