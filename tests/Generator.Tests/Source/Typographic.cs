using System.Text;

namespace Recto.Tests.Source;

/// <summary>What is not a difference between two headings: width of punctuation, spaces, case.</summary>
internal static class Typographic
{
    public static string Normal(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}
