using System.Text.RegularExpressions;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>What stands between the two <c>---</c> of a chapter's file.</summary>
/// <param name="Title">The folder's name where the author's is missing (and reported).</param>
/// <param name="Experiments">Run id and declaration; primary language only, as the rest.</param>
/// <param name="Claims">Claim id and declaration.</param>
public sealed record FrontMatter(
    Located<string> Title,
    Located<string>? Description,
    bool Draft,
    IReadOnlyList<YamlEntry> Experiments,
    IReadOnlyList<YamlEntry> Claims
);

/// <summary>A chapter's file → its front matter and its body.</summary>
public static partial class FrontMatterReader
{
    private static readonly KeyShape Title = new("title", new TextShape(), Required: true);
    private static readonly KeyShape Description = new("description", new TextShape());

    /// <summary>Of a chapter in the primary language.</summary>
    public static MapShape Primary { get; } =
        new([
            Title,
            Description,
            new("draft", new FlagShape()),
            new("experiments", new TableShape(new TextShape(), new AnyShape())),
            new("claims", new TableShape(ClaimReader.Id, new AnyShape())),
        ]);

    private static readonly MapShape Secondary = new([Title, Description]);

    /// <summary>What is right of it, whatever else is wrong; null if there is none.</summary>
    /// <param name="primary">The file that declares what this one must not; null if it is this one.</param>
    public static FrontMatter? Read(SourceText source, string? primary, DiagnosticBag bag)
    {
        var fence = Fences().Match(source.Text);
        if (!fence.Success)
        {
            var opened = source.Text.StartsWith("---", StringComparison.Ordinal);
            bag.Add(opened ? Errors.FrontMatterUnclosed(source.Origin) : Errors.FrontMatterMissing(source.Origin));
            return null;
        }

        var yaml = new SourceText(fence.Groups["yaml"].Value, source.PlaceAt(fence.Groups["yaml"].Index));
        if (YamlReader.Read(yaml, bag) is not { } value)
        {
            return null;
        }

        var map = value as YamlMap ?? new YamlMap([], value.Place);
        ShapeReader.Read(
            primary is null ? value : Own(map, primary, bag),
            primary is null ? Primary : Secondary,
            "the front matter",
            bag
        );
        return new FrontMatter(
            map.LocatedOrNull("title") ?? new(Path.GetFileName(source.Origin.File), source.Origin),
            map.LocatedOrNull("description"),
            map.TextOrNull("draft") == "true",
            map.Entries("experiments"),
            map.Entries("claims")
        );
    }

    /// <summary>The front matter, its fences included.</summary>
    public static string Head(SourceText source) => Fences().Match(source.Text).Value;

    /// <summary>The file with its front matter as white space: what is left stays where it was.</summary>
    public static SourceText Body(SourceText source)
    {
        var length = Head(source).Length;
        var blank = source.Text[..length].Select(c => c == '\n' ? c : ' ');
        return source with { Text = string.Concat(blank) + source.Text[length..] };
    }

    private static YamlMap Own(YamlMap map, string primary, DiagnosticBag bag)
    {
        var misplaced = map.Entries.Where(e => e.Key.Value is "experiments" or "claims" or "draft").ToList();
        misplaced.ForEach(e => bag.Add(Errors.DeclarationMisplaced(e.Key, primary)));
        return map with { Entries = [.. map.Entries.Except(misplaced)] };
    }

    [GeneratedRegex(@"\A---[ \t]*\n(?<yaml>.*?)^---[ \t]*(\n|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();
}
