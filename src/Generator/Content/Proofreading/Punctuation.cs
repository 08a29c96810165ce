using System.Text.RegularExpressions;
using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary>Half-width punctuation beside Chinese characters.</summary>
public static partial class Punctuation
{
    private const string Half = ",.;:!?()\"'";
    private const string Full = "，。；：！？（）“‘";

    public static void Check(ProseLine line, DiagnosticBag bag)
    {
        if (line.Language != Language.Chinese)
        {
            return;
        }

        foreach (Match mark in Marks().Matches(line.Text))
        {
            var full = Full[Half.IndexOf(mark.Value[0], StringComparison.Ordinal)];
            bag.Add(Errors.PunctuationHalf(line.PlaceAt(mark.Index), mark.Value[0], full));
        }
    }

    /// <summary>After a Chinese character or full-width mark, or before a Chinese character; not the point of 3.1.</summary>
    [GeneratedRegex(@"(?<=[\u3400-\u9FFF，。；：！？、）》”])[,.;:!?()""'](?!\d)|[,;:!?()""'](?=[\u3400-\u9FFF])")]
    private static partial Regex Marks();
}
