using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content;

/// <summary><c>content/report.yml</c> → <see cref="Report"/>.</summary>
public static class ReportReader
{
    public const string File = "content/report.yml";

    /// <summary>Null if the file is missing or not right: without it nothing else can be read.</summary>
    public static Report? Read(ContentFiles files, DiagnosticBag bag)
    {
        var source = files.Read(File);
        if (source is null)
        {
            bag.Add(Errors.ReportMissing(Place.Top(File)));
            return null;
        }

        return
            YamlReader.Read(source, bag) is { } yaml
            && ShapeReader.Read(yaml, ReportShape.Report, "the report", bag) is { } map
            ? Report(map, bag)
            : null;
    }

    private static Report? Report(YamlMap map, DiagnosticBag bag)
    {
        var languages = Languages(map, bag);
        var title = LocalizedReader.Read(map.Find("title")!, languages, "title", bag);
        var description = LocalizedReader.Read(map.Find("description")!, languages, "description", bag);
        var licence = map.Find("licence") is { } given ? LocalizedReader.Read(given, languages, "licence", bag) : null;
        var parts = map.List("parts").Cast<YamlMap>().Select(p => PartReader.Read(p, languages, bag)).ToList();
        if (map.MapOrNull("appendix") is { } appendix)
        {
            parts.Add(PartReader.Appendix(appendix, languages, bag));
        }

        var links = map.List("links").Cast<YamlMap>().Select(l => Link(l, languages, bag)).ToList();
        CheckChapters([.. parts.OfType<Part>().SelectMany(p => p.Chapters)], bag);
        return title is null || description is null || parts.Contains(null) || links.Contains(null)
            ? null
            : new Report
            {
                Title = title,
                Description = description,
                Authors = [.. map.Texts("authors").Select(a => a.Value)],
                Url = map.Text("url"),
                Licence = licence,
                Code = map.TextOrNull("code"),
                Links = links!,
                Languages = languages,
                Parts = parts!,
                Sources = map.Texts("sources"),
                Issued = (int?)map.WholeOrNull("issued"),
                Data = [.. map.Entries("data").Select(e => DataSet(e.Key, (YamlMap)e.Value))],
            };
    }

    private static List<Language> Languages(YamlMap map, DiagnosticBag bag)
    {
        var codes = map.Texts("languages");
        foreach (var again in codes.Where((c, i) => codes.Take(i).Any(before => before.Value == c.Value)))
        {
            bag.Add(Errors.LanguageDuplicate(again));
        }

        return [.. codes.Select(c => c.Value).Distinct().Select(c => Language.Known.First(l => l.Code == c))];
    }

    private static ReportLink? Link(YamlMap map, IReadOnlyList<Language> languages, DiagnosticBag bag) =>
        LocalizedReader.Read(map.Find("title")!, languages, "title", bag) is { } title
        && LocalizedReader.Read(map.Find("href")!, languages, "href", bag) is { } href
            ? new ReportLink(title, href)
            : null;

    private static void CheckChapters(IReadOnlyList<Located<string>> chapters, DiagnosticBag bag)
    {
        foreach (var again in chapters.Where((c, i) => chapters.Take(i).Any(before => before.Value == c.Value)))
        {
            bag.Add(Errors.ChapterDuplicate(again));
        }
    }

    private static DataSet DataSet(Located<string> name, YamlMap map)
    {
        var files = map.Entries("files").Select(e => DataFile(e.Key.Value, (YamlMap)e.Value)).ToList();
        var sources = map.Texts("sources").Select(s => s.Value).ToList();
        var form = map.Choice<DataForm>("kind");
        var kind = form == DataForm.Strokes ? DataKind.Strokes : DataKind.Idx;
        var sha256 = map.TextOrNull("sha256");
        var digest = form == DataForm.Images ? DataDigest.OfImages(sha256) : DataDigest.Of(kind, files);
        return new DataSet(name.Value, kind, digest, files, sources, name.Place)
        {
            Form = form,
            Sha256 = sha256,
            Size = map.List("size") is [var height, var width] ? ((int)height.Whole(), (int)width.Whole()) : (28, 28),
        };
    }

    private static DataSetFile DataFile(string role, YamlMap map) => new(role, map.Text("name"), map.Text("sha256"));
}
