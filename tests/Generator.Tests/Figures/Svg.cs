using System.Xml.Linq;

namespace Recto.Tests.Figures;

/// <summary>Reads back what a figure shows.</summary>
internal static class Svg
{
    public static IEnumerable<XElement> All(string svg, string name) =>
        XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == name);

    public static IEnumerable<string> Texts(string svg) => All(svg, "text").Select(e => e.Value);

    public static double Number(XElement e, string name) => (double)e.Attribute(name)!;
}
