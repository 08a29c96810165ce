using System.Text;

namespace Recto.Pages;

/// <summary>Text that is markup already; every other string is escaped where it is printed.</summary>
public sealed record Html(string Markup)
{
    /// <summary>For text and for attribute values in double quotes.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }

    public override string ToString() => Markup;
}
