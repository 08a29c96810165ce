using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Recto.Figures;

/// <summary>ScottPlot's SVG → one that lives in a page: its colours, its fonts, ids of its own, the same bytes always.</summary>
public static partial class SvgPost
{
    private static readonly HashSet<string> Unwanted = ["stroke-miterlimit", "font-family", "id", "clip-path"];

    private static readonly HashSet<string> Lengths =
    [
        "d",
        "x",
        "y",
        "width",
        "height",
        "cx",
        "cy",
        "rx",
        "ry",
        "stroke-width",
        "transform",
    ];

    /// <param name="prefix">Makes the ids unique in any page.</param>
    public static string Write(Drawing drawing, string prefix)
    {
        var clips = new SvgClips(prefix);
        var shapes = drawing
            .Vectors.SelectMany(v => XElement.Parse(v).Elements())
            .SelectMany(e => Element(e, drawing.Raster, clips))
            .ToList();
        IEnumerable<XElement> all = [.. clips.Definitions, .. shapes, .. drawing.Words.Select(SvgText.Write)];
        var lines = string.Join('\n', all.Select(e => e.ToString(SaveOptions.DisableFormatting)));
        return FormattableString.Invariant(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.Width} {drawing.Height}" width="{drawing.Width}" height="{drawing.Height}" font-size="{Word.Regular}" stroke-linejoin="round">
            {lines}
            </svg>
            """
        );
    }

    private static IEnumerable<XElement> Element(XElement e, Raster? raster, SvgClips clips)
    {
        switch (e.Name.LocalName)
        {
            case "clipPath":
                clips.Add(e);
                return [];
            case "g":
                var inner = e.Elements().SelectMany(child => Element(child, raster, clips)).ToList();
                return inner.Count == 0 ? [] : [new XElement("g", clips.Reference(e), inner)];
            case "rect" when IsBackground(e):
                return [];
            case "rect" when raster is not null && (string?)e.Attribute("fill") == Ink.Raster.StandIn.ToHex():
                return raster.Dark is null
                    ? [Image(e, null, raster.Light, raster.Crisp)]
                    :
                    [
                        Image(e, "only-light", raster.Light, raster.Crisp),
                        Image(e, "only-dark", raster.Dark, raster.Crisp),
                    ];
            case "path" or "rect" or "ellipse" or "circle" or "line":
                return [Shape(e)];
            default:
                throw new InvalidOperationException(
                    $"ScottPlot drew a <{e.Name.LocalName}>, which SvgPost does not know"
                );
        }
    }

    /// <summary>The page lies below; a sheet of its own would stay white in the dark.</summary>
    private static bool IsBackground(XElement e) =>
        (string?)e.Attribute("fill") == "white" || (string?)e.Attribute("fill-opacity") == "0";

    private static XElement Shape(XElement e)
    {
        var inks = e.Attributes().Where(a => a.Name.LocalName is "fill" or "stroke" && a.Value != "none").ToList();
        var ink = inks.Select(Colour).FirstOrDefault();
        return new XElement(
            e.Name.LocalName,
            ink?.Class is null ? null : new XAttribute("class", ink.Class),
            ink?.Dash is null ? null : new XAttribute("stroke-dasharray", ink.Dash),
            ink?.Opacity is null ? null : new XAttribute("fill-opacity", ink.Opacity),
            e.Attributes().Where(a => !Unwanted.Contains(a.Name.LocalName)).Select(Attribute)
        );
    }

    private static XAttribute Attribute(XAttribute a) =>
        a.Name.LocalName is "fill" or "stroke" && a.Value != "none"
            ? new XAttribute(a.Name.LocalName, $"var({Colour(a).Variable})")
        : Lengths.Contains(a.Name.LocalName) ? new XAttribute(a.Name.LocalName, Rounded(a.Value))
        : new XAttribute(a.Name.LocalName, a.Value);

    private static Ink Colour(XAttribute a) =>
        Ink.ByStandIn.TryGetValue(a.Value, out var ink)
            ? ink
            : throw new InvalidOperationException($"{a} stands for no ink");

    private static XElement Image(XElement place, string? theme, string address, bool crisp) =>
        new(
            "image",
            theme is null ? null : new XAttribute("class", theme),
            place.Attributes().Where(a => Lengths.Contains(a.Name.LocalName)).Select(Attribute),
            new XAttribute("preserveAspectRatio", "none"),
            crisp ? new XAttribute("style", "image-rendering:pixelated") : null,
            new XAttribute("href", address)
        );

    private static string Rounded(string numbers) =>
        AnyNumber().Replace(numbers, m => Number(double.Parse(m.Value, CultureInfo.InvariantCulture)));

    /// <summary>Two decimals: a hundredth of a pixel is invisible.</summary>
    public static string Number(double value) =>
        (Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d*\.?\d+(?:[eE][-+]?\d+)?")]
    private static partial Regex AnyNumber();
}
