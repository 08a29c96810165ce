using System.Text;
using Recto.Content;

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

    /// <summary>A link to a run's file; a further seed's goes by its number, behind the experiment's.</summary>
    public static string DataLink(string href, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var isFurther = SeedId.IsFurther(name.Split('/')[0]);
        var label = isFurther ? $" aria-label=\"{Escape(name)}\"" : "";
        var words = isFurther ? name.Split('/')[0][dot..] : name;
        return $"<a class=\"data\" href=\"{Escape(href)}\"{label}>{Escape(words)}</a>";
    }

    public override string ToString() => Markup;
}
