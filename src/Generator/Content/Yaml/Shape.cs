using System.Globalization;

namespace Recto.Content.Yaml;

/// <summary>What a YAML value may look like. Data only: checks, defaults and listings all follow from one table.</summary>
public abstract record Shape
{
    /// <summary>For an error's sentence: "a whole number from 1", "a list of …".</summary>
    public abstract string Words { get; }
}

/// <param name="Pattern">A regular expression that the whole text matches; absent for any text but white space.</param>
/// <param name="Meaning">What the pattern means, in words.</param>
public sealed record TextShape(string? Pattern = null, string? Meaning = null) : Shape
{
    public override string Words => Meaning ?? "a text";
}

public sealed record FlagShape : Shape
{
    public override string Words => "true or false";
}

public sealed record WholeShape(long Least, long Most = int.MaxValue) : Shape
{
    public bool Holds(long x) => x >= Least && x <= Most;

    public override string Words =>
        "a whole number"
        + (Least > int.MinValue ? string.Create(CultureInfo.InvariantCulture, $" from {Least}") : "")
        + (Most < int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $" to {Most}") : "");
}

/// <summary>A finite number between bounds, each exclusive (<c>Above</c>, <c>Below</c>) or inclusive.</summary>
public sealed record NumberShape : Shape
{
    public double? Above { get; init; }

    public double? Least { get; init; }

    public double? Below { get; init; }

    public double? Most { get; init; }

    public bool Holds(double x) => double.IsFinite(x) && !(x <= Above) && !(x < Least) && !(x >= Below) && !(x > Most);

    public override string Words =>
        $"a number {string.Join(" and ", Bounds().Where(b => b.Value is not null).Select(b => Bound(b.Words, b.Value)))}".TrimEnd();

    private IEnumerable<(string Words, double? Value)> Bounds() =>
        [("above", Above), ("of at least", Least), ("below", Below), ("at most", Most)];

    private static string Bound(string words, double? value) =>
        string.Create(CultureInfo.InvariantCulture, $"{words} {value}");
}

public sealed record ChoiceShape(IReadOnlyList<string> Names) : Shape
{
    public override string Words => $"one of {string.Join(", ", Names)}";
}

public sealed record ListShape(Shape Item, int Least = 0, int Most = int.MaxValue) : Shape
{
    public bool Holds(int count) => count >= Least && count <= Most;

    public override string Words =>
        Least == Most ? string.Create(CultureInfo.InvariantCulture, $"a list of {Least}")
        : Least > 0 ? string.Create(CultureInfo.InvariantCulture, $"a list of at least {Least}")
        : "a list";
}

/// <summary>A map with keys that we name, in the order in which a listing shows them.</summary>
public sealed record MapShape(IReadOnlyList<KeyShape> Keys) : Shape
{
    public override string Words => $"a map with the keys {string.Join(", ", Keys.Select(k => k.Name))}";
}

/// <summary>A text in several languages, by their codes, or as it is where there is only one.</summary>
public sealed record LocalizedShape(MapShape ByLanguage) : Shape
{
    public override string Words => $"a text or {ByLanguage.Words}";
}

/// <summary>A map with keys that the author names.</summary>
public sealed record TableShape(TextShape Key, Shape Value) : Shape
{
    public override string Words => "a map";
}

/// <summary>A map whose <c>kind</c> decides which other keys it has; a kind that needs none may stand alone.</summary>
public sealed record VariantShape(IReadOnlyDictionary<string, MapShape> Kinds) : Shape
{
    public const string Kind = "kind";

    public override string Words => $"a map with 'kind' as one of {string.Join(", ", Kinds.Keys)}";
}

/// <summary>A map that one of its keys tells from others: <c>{ conv: 16, kernel: 3 }</c>.</summary>
/// <param name="Kinds">By that key, which is the first of its shape.</param>
public sealed record TaggedShape(IReadOnlyDictionary<string, MapShape> Kinds) : Shape
{
    public override string Words => $"a map with one of the keys {string.Join(", ", Kinds.Keys)}";
}

/// <summary>Whatever YAML can say; someone else looks at it.</summary>
public sealed record AnyShape : Shape
{
    public override string Words => "a value";
}

/// <param name="Required">It must be written, unless it has a default.</param>
public sealed record KeyShape(string Name, Shape Value, bool Required = false)
{
    /// <summary>The value, as it would be typed, of a key that is not written.</summary>
    public string? Default { get; init; }

    /// <summary>The plain word <c>none</c> leaves it out, also where a value would be inherited.</summary>
    public bool TakesNone { get; init; }

    /// <summary>The key before this one whose value it takes if it is not written.</summary>
    public string? SameAs { get; init; }
}
