using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recto.Diagnostics;

namespace Recto.Figures;

/// <summary>What attributes of an author's SVG may say.</summary>
/// <param name="ids">Of the picture's elements.</param>
internal sealed partial class PictureChecks(HashSet<string> ids, DiagnosticBag bag)
{
    /// <summary>Reports what would run, load, or not follow the page.</summary>
    public void Check(XAttribute a, Place place)
    {
        var name = a.Name.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            bag.Add(Errors.PictureScript(place, name));
        }
        else if (name is "style" or "font-family")
        {
            bag.Add(Errors.PictureStyle(place, name));
        }
        else if (name == "class")
        {
            foreach (var word in a.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                CheckClass(word, place);
            }
        }
        else if (PictureWords.Paints.Contains(name) && !IsFree(a.Value))
        {
            bag.Add(Errors.PictureColour(place, name, a.Value));
        }

        CheckReferences(a, name, place);
    }

    private void CheckClass(string word, Place place)
    {
        if (!PictureWords.Classes.Contains(word))
        {
            bag.Add(Errors.PictureClassUnknown(place, word, PictureWords.Classes));
        }
    }

    private void CheckReferences(XAttribute a, string name, Place place)
    {
        var left = Reference().Replace(a.Value, "");
        var isExternal =
            left.Contains("url(", StringComparison.OrdinalIgnoreCase)
            || (name == "href" && !a.Value.StartsWith('#'))
            || left.Contains("://", StringComparison.Ordinal);
        if (isExternal)
        {
            bag.Add(Errors.PictureExternal(place, a.Value));
            return;
        }

        var named = Reference().Matches(a.Value).Select(m => m.Groups["id"].Value);
        foreach (var id in (name == "href" ? [a.Value[1..]] : named).Where(id => !ids.Contains(id)))
        {
            bag.Add(Errors.PictureReferenceUnknown(place, id, ids));
        }
    }

    private static bool IsFree(string paint) =>
        PictureWords.FreePaints.Contains(paint) || Reference().IsMatch(paint) || paint.Contains("url(");

    /// <summary>Of an element of the same picture.</summary>
    [GeneratedRegex(@"url\(\s*['""]?#(?<id>[^)'""\s]+)['""]?\s*\)")]
    public static partial Regex Reference();
}
