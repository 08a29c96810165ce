using System.Xml.Linq;

namespace Recto.Figures;

/// <summary>ScottPlot clips each plottable anew, mostly to one and the same box, and counts over all figures.</summary>
internal sealed class SvgClips(string prefix)
{
    private readonly Dictionary<string, string> byId = [];
    private readonly List<(string Name, XElement Shape)> shapes = [];

    public IEnumerable<XElement> Definitions =>
        shapes.Select(s => new XElement("clipPath", new XAttribute("id", s.Name), s.Shape));

    public void Add(XElement clip)
    {
        var shape = Widened(clip.Elements().Single());
        var name = shapes.Where(s => XNode.DeepEquals(s.Shape, shape)).Select(s => s.Name).FirstOrDefault();
        if (name is null)
        {
            name = FormattableString.Invariant($"{prefix}-clip-{shapes.Count + 1}");
            shapes.Add((name, shape));
        }

        byId[$"url(#{(string?)clip.Attribute("id")})"] = $"url(#{name})";
    }

    /// <summary>By a pixel each way, so that a line along the edge keeps its width.</summary>
    private static XElement Widened(XElement box) =>
        new(
            "rect",
            new XAttribute("x", SvgPost.Number(Length(box, "x") - 1)),
            new XAttribute("y", SvgPost.Number(Length(box, "y") - 1)),
            new XAttribute("width", SvgPost.Number(Length(box, "width") + 2)),
            new XAttribute("height", SvgPost.Number(Length(box, "height") + 2))
        );

    private static double Length(XElement e, string name) => (double?)e.Attribute(name) ?? 0;

    public XAttribute? Reference(XElement group) =>
        (string?)group.Attribute("clip-path") is { } url ? new XAttribute("clip-path", byId[url]) : null;
}
