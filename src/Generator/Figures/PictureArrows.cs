using System.Xml.Linq;

namespace Recto.Figures;

/// <summary>Heads of arrows: one marker a colour, since a marker does not take the colour of its line.</summary>
internal static class PictureArrows
{
    public static string Id(string prefix, string colour) => $"{prefix}-arrow-{colour}";

    public static Func<string, XElement> Head(string prefix) =>
        colour => new XElement(
            "marker",
            new XAttribute("id", Id(prefix, colour)),
            new XAttribute("viewBox", "0 0 10 10"),
            new XAttribute("refX", "9"),
            new XAttribute("refY", "5"),
            new XAttribute("markerWidth", "9"),
            new XAttribute("markerHeight", "9"),
            new XAttribute("markerUnits", "userSpaceOnUse"),
            new XAttribute("orient", "auto-start-reverse"),
            new XElement("path", new XAttribute("class", $"{colour} head"), new XAttribute("d", "M0 0L10 5L0 10z"))
        );
}
