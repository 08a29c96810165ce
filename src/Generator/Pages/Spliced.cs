using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Text that is not Markdown but may hold <c>{{ values }}</c>: titles, sentences of claims.</summary>
public static class Spliced
{
    public static string Plain(Located<string> text, PageContext page) =>
        Typography.Plain(
            string.Concat(Parts(text).Select(part => part.IsValue ? Values.Plain(part.Text, page) : part.Text.Value))
        );

    public static IEnumerable<Piece> Pieces(Located<string> text, PageContext page) =>
        Parts(text).SelectMany(part => part.IsValue ? Values.Pieces(part.Text, page) : [Piece.Text(part.Text.Value)]);

    private static IEnumerable<(bool IsValue, Located<string> Text)> Parts(Located<string> text)
    {
        var at = 0;
        while (text.Value.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = text.Value.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            yield return (false, Part(text, at, start));
            yield return (true, Part(text, start + 2, end));
            at = end + 2;
        }

        yield return (false, Part(text, at, text.Value.Length));
    }

    private static Located<string> Part(Located<string> text, int from, int to) =>
        new(text.Value[from..to], text.Place with { Column = text.Place.Column + from });
}
