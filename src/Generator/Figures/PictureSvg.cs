using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Figures;

/// <summary>An author's SVG → one that lives in a page, in one language; what it must not hold is reported.</summary>
/// <param name="prefix">Makes the ids unique in any page.</param>
internal sealed class PictureSvg(SourceText source, Language language, string prefix, DiagnosticBag bag)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly SortedSet<string> arrows = new(StringComparer.Ordinal);
    private PictureChecks checks = new([], bag);

    /// <summary>Words that are shown, for the check of glyphs.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>Null, with diagnostics, where it is no SVG.</summary>
    public string? Write()
    {
        if (Parse() is not { } root)
        {
            return null;
        }

        if (root.Name != Svg + "svg" || ViewBox(root) is not { } box)
        {
            bag.Add(Errors.PictureViewBoxMissing(PlaceOf(root)));
            return null;
        }

        var ids = root.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>();
        checks = new PictureChecks(ids.ToHashSet(), bag);
        var shapes = new XElement("g", Children(root, "ink"));
        Texts = [.. shapes.Descendants("text").Select(t => t.Value)];
        var nodes = arrows.Select(PictureArrows.Head(prefix)).Concat(shapes.Nodes());
        return FormattableString.Invariant(
                $"""<svg xmlns="{Svg.NamespaceName}" class="picture" viewBox="{box.X} {box.Y} {box.Width} {box.Height}" width="{box.Width}" height="{box.Height}" font-size="{Word.Regular}">"""
            )
            + string.Concat(nodes.Select(n => n.ToString(SaveOptions.DisableFormatting)))
            + "</svg>";
    }

    private XElement? Parse()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(source.Text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException e)
        {
            // What is empty is wrong nowhere in particular.
            var place = new Place(source.Origin.File, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition));
            bag.Add(Errors.PictureInvalid(place, e.Message));
            return null;
        }
    }

    private static (double X, double Y, double Width, double Height)? ViewBox(XElement root)
    {
        var numbers = ((string?)root.Attribute("viewBox") ?? "")
            .Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToList();
        return numbers is [var x, var y, > 0, > 0] && double.IsFinite(x + y) ? (x, y, numbers[2], numbers[3]) : null;
    }

    /// <param name="colour">The class that colours what has none of its own.</param>
    private IEnumerable<object> Children(XElement parent, string colour) =>
        parent
            .Nodes()
            .SelectMany(node =>
                node switch
                {
                    XText text => [text.Value],
                    XElement e when e.Name.Namespace == Svg && IsOurs(e) => Element(e, colour),
                    _ => (IEnumerable<object>)[],
                }
            );

    private IEnumerable<object> Element(XElement e, string colour)
    {
        var name = e.Name.LocalName;
        if (PictureWords.Silent.Contains(name))
        {
            return [];
        }

        if (!PictureWords.Elements.Contains(name))
        {
            bag.Add(Errors.PictureElementForbidden(PlaceOf(e), name, PictureWords.Elements));
            return [];
        }

        if (name == "switch")
        {
            return Branch(e) is { } branch ? Element(branch, colour) : [];
        }

        var classes = ((string?)e.Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = classes.LastOrDefault(PictureWords.Colours.Contains) ?? colour;
        return [new XElement(name, e.Attributes().SelectMany(Attribute), Heads(classes, own), Children(e, own))];
    }

    /// <summary>The child of a <c>switch</c> that is this language's, or the one that is any's.</summary>
    private XElement? Branch(XElement e)
    {
        var branches = e.Elements().Where(c => c.Name.Namespace == Svg).ToList();
        var found =
            branches.Find(c => c.Attribute("systemLanguage") is not null && IsOurs(c))
            ?? branches.Find(c => c.Attribute("systemLanguage") is null);
        if (found is null)
        {
            bag.Add(Errors.PictureLanguageMissing(PlaceOf(e), language.Code));
        }

        return found;
    }

    private bool IsOurs(XElement e) =>
        e.Attribute("systemLanguage") is not { } languages
        || languages
            .Value.Split(',', StringSplitOptions.TrimEntries)
            .Any(tag => tag.Split('-')[0].Equals(language.Code, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<XAttribute> Heads(string[] classes, string colour)
    {
        if (!classes.Any(PictureWords.Arrows.Contains))
        {
            return [];
        }

        arrows.Add(colour);
        var head = $"url(#{PictureArrows.Id(prefix, colour)})";
        return classes.Contains("arrows")
            ? [new XAttribute("marker-start", head), new XAttribute("marker-end", head)]
            : [new XAttribute("marker-end", head)];
    }

    private IEnumerable<XAttribute> Attribute(XAttribute a)
    {
        var name = a.Name.LocalName;
        var isForeign = a.IsNamespaceDeclaration || (a.Name.Namespace != XNamespace.None && name != "href");
        if (isForeign || name == "systemLanguage")
        {
            return [];
        }

        checks.Check(a, PlaceOf(a));
        var value =
            name == "id" ? $"{prefix}-{a.Value}"
            : name == "href" ? $"#{prefix}-{a.Value.TrimStart('#')}"
            : PictureChecks.Reference().Replace(a.Value, m => $"url(#{prefix}-{m.Groups["id"].Value})");
        return [new XAttribute(name, value)];
    }

    /// <summary>.NET points behind the bracket of an element.</summary>
    private Place PlaceOf(XObject item)
    {
        var info = (IXmlLineInfo)item;
        return new Place(source.Origin.File, info.LineNumber, info.LinePosition - (item is XElement ? 1 : 0));
    }
}
