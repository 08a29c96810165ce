using Recto.Content.Declarations;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content;

/// <summary>
/// C# that a report brings along, a class a file, known by its file's name: <c>src/Metrics/MeanEdge.cs</c> is
/// <c>mean_edge</c>.
/// </summary>
public static class OwnClasses
{
    /// <summary>The folder of what several classes share.</summary>
    public const string Shared = "src";

    public const string Metrics = "src/Metrics";
    public const string Models = "src/Models";
    public const string Figures = "src/Figures";

    public static IReadOnlyList<string> Folders { get; } = [Metrics, Models, Figures];

    /// <summary>What a report may name besides that which Recto brings.</summary>
    public static OwnKinds Read(ContentFiles files, DiagnosticBag bag)
    {
        var models = new Dictionary<string, MapShape>();
        foreach (var file in FilesOf(Models, ModelShape.All.Kinds.Keys))
        {
            if (OwnModelReader.Read(files.Read(file)!, file, bag) is { } shape)
            {
                models[NameOf(file)] = shape;
            }
        }

        var figures = FilesOf(Figures, FigureKinds.All.Select(k => k.Name).Append(FigureKinds.Picture));
        return new OwnKinds([.. FilesOf(Metrics, []).Select(NameOf)], models, [.. figures.Select(NameOf)]);

        List<string> FilesOf(string folder, IEnumerable<string> taken)
        {
            var all = files.Names(folder).Where(f => Path.GetExtension(f) == ".cs").Select(f => $"{folder}/{f}");
            var byName = all.ToLookup(f => taken.Contains(NameOf(f)));
            byName[true].ToList().ForEach(f => bag.Add(Errors.OwnNameTaken(Place.Top(f), NameOf(f))));
            return [.. byName[false]];
        }
    }

    /// <param name="file">With its extension.</param>
    public static string NameOf(string file) => OwnNames.Written(Path.GetFileNameWithoutExtension(file));
}

/// <param name="Models">By name: what front matter may say to each.</param>
public sealed record OwnKinds(
    IReadOnlyList<string> Metrics,
    IReadOnlyDictionary<string, MapShape> Models,
    IReadOnlyList<string> Figures
)
{
    public static OwnKinds None { get; } = new([], new Dictionary<string, MapShape>(), []);
}
