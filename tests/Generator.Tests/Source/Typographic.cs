namespace Recto.Tests.Source;

/// <summary>What is not a difference between two headings: width of characters, spaces, case.</summary>
internal static class Typographic
{
    public static string Normal(string text) =>
        string.Concat(Narrow(text).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    /// <summary>Full-width forms → ASCII; by hand, since we run without the system's tables of Unicode.</summary>
    public static string Narrow(string text) =>
        string.Concat(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));
}
