using System.Xml.Linq;

namespace Recto.Figures;

/// <summary>A word as SVG, to be set in the page's font.</summary>
public static class SvgText
{
    private const double LineHeight = 1.45;

    /// <summary>Offsets in em keep the place when a style sheet enlarges the words.</summary>
    public static XElement Write(Word word) =>
        new(
            "text",
            word.Minor ? new XAttribute("class", "minor") : null,
            new XAttribute("x", SvgPost.Number(word.X)),
            new XAttribute("y", SvgPost.Number(word.Y)),
            new XAttribute("dy", $"{SvgPost.Number(Drop(word.Down) + LineHeight * word.Line)}em"),
            word.Across switch
            {
                Across.Middle => new XAttribute("text-anchor", "middle"),
                Across.End => new XAttribute("text-anchor", "end"),
                _ => null,
            },
            word.Size == Word.Regular ? null : new XAttribute("font-size", SvgPost.Number(word.Size)),
            word.Bold ? new XAttribute("font-weight", "650") : null,
            new XAttribute("fill", $"var({word.Ink.Variable})"),
            word.Halo ? Halo : null,
            word.Index is null ? word.Text : Indexed(word.Text, word.Index)
        );

    /// <summary>From where a word is anchored to its baseline, in em; a capital's height is about three quarters.</summary>
    private static double Drop(Down down) => down == Down.Top ? 0.74 : 0.36;

    private static XAttribute[] Halo =>
        [new("stroke", $"var({Ink.Paper.Variable})"), new("stroke-width", "5"), new("paint-order", "stroke")];

    /// <summary>Set in KaTeX's fonts, so that z₁ looks the same in the figure and in the text.</summary>
    private static XElement[] Indexed(string letter, string index) =>
        [
            new(
                "tspan",
                new XAttribute("font-family", "KaTeX_Math,serif"),
                new XAttribute("font-style", "italic"),
                new XAttribute("font-size", "1.2em"),
                letter
            ),
            new(
                "tspan",
                new XAttribute("font-family", "KaTeX_Main,serif"),
                new XAttribute("font-size", ".85em"),
                new XAttribute("dy", ".25em"),
                index
            ),
        ];
}
