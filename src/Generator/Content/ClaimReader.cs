using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A claim as front matter declares it → <see cref="Claim"/>.</summary>
public static class ClaimReader
{
    public static TextShape Id { get; } = new("[a-z][a-z0-9-]*", "an id of small letters, digits and '-'");

    private static readonly MapShape Under = new([
        new("holds", new TextShape(), Required: true),
        new("condition", ReportShape.Localized, Required: true),
    ]);

    public static MapShape Shape { get; } =
        new([
            new("holds", new TextShape(), Required: true),
            new("under", Under),
            new("section", new TextShape()),
            new("source", new TextShape()),
            new("format", Formats.Shape) { Default = "fixed 4" },
            new("expected", Choices.Of<Verdict>('-'), Required: true),
            new("text", ReportShape.Localized, Required: true),
        ]);

    /// <summary>The claim, or null where something in it is wrong (and reported).</summary>
    public static Claim? Read(YamlEntry declared, IReadOnlyList<Language> languages, DiagnosticBag bag)
    {
        var (id, value) = declared;
        if (
            ShapeReader.Read(value, Shape, $"claim '{id.Value}'", bag) is not { } map
            || LocalizedReader.Read(map.Find("text")!, languages, "text", bag) is not { } text
        )
        {
            return null;
        }

        var expected = map.Choice<Verdict>("expected");
        if (expected == Verdict.UnderCondition && map.Find("under") is null)
        {
            bag.Add(Errors.ConditionMissing(map.Located("expected").Place, id.Value));
        }

        return new Claim(id.Value, map.Located("holds"), map.TextOrNull("source"), expected, text, id.Place)
        {
            Section = map.TextOrNull("section"),
            Format = map.Text("format"),
            Under = map.MapOrNull("under") is { } under ? ConditionOf(under, languages, bag) : null,
        };
    }

    private static Condition? ConditionOf(YamlMap under, IReadOnlyList<Language> languages, DiagnosticBag bag) =>
        LocalizedReader.Read(under.Find("condition")!, languages, "condition", bag) is { } text
            ? new Condition(under.Located("holds"), text)
            : null;
}
