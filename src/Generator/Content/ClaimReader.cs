using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A claim as front matter declares it → <see cref="Claim"/>.</summary>
public static class ClaimReader
{
    public static TextShape Id { get; } = new("[a-z][a-z0-9-]*", "an id of small letters, digits and '-'");

    private static readonly MapShape Shape = new([
        new("holds", new TextShape(), Required: true),
        new("source", new TextShape()),
        new("expected", Choices.Of<Verdict>('-'), Required: true),
        new("text", ReportShape.Localized, Required: true),
    ]);

    /// <summary>The claim, or null where something in it is wrong (and reported).</summary>
    public static Claim? Read(YamlEntry declared, IReadOnlyList<Language> languages, DiagnosticBag bag)
    {
        var (id, value) = declared;
        return
            ShapeReader.Read(value, Shape, $"claim '{id.Value}'", bag) is { } map
            && LocalizedReader.Read(map.Map("text"), languages, "text", bag) is { } text
            ? new Claim(
                id.Value,
                map.Located("holds"),
                map.TextOrNull("source"),
                map.Choice<Verdict>("expected"),
                text,
                id.Place
            )
            : null;
    }
}
