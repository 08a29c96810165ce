using System.Text;
using System.Xml.Linq;
using Recto.Content;

namespace Recto.Pages;

/// <summary><c>sitemap.xml</c>: every page and its translations, by absolute addresses.</summary>
public static class Sitemap
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <param name="files">Paths below the site; pages are <c>language/name.html</c>.</param>
    public static byte[] Of(Report report, IReadOnlyList<string> files)
    {
        var names = files
            .Where(f => f.StartsWith(report.Primary.Code + "/", StringComparison.Ordinal))
            .Where(SiteDraft.IsPage)
            .Select(f => f[(report.Primary.Code.Length + 1)..])
            .Order(StringComparer.Ordinal);
        var pages = names.SelectMany(name => report.Languages.Select(language => Page(report, language, name)));
        var map = new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html.NamespaceName), pages);
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{map}\n".ReplaceLineEndings("\n"));
    }

    private static XElement Page(Report report, Language language, string name) =>
        new(
            Map + "url",
            new XElement(Map + "loc", Address(report, language, name)),
            report.Languages.Select(other => Alternate(other.Tag, Address(report, other, name))),
            Alternate("x-default", Address(report, report.Primary, name))
        );

    private static XElement Alternate(string tag, string address) =>
        new(
            Html + "link",
            new XAttribute("rel", "alternate"),
            new XAttribute("hreflang", tag),
            new XAttribute("href", address)
        );

    private static string Address(Report report, Language language, string name) =>
        $"{report.Url}{language.Code}/{name}";
}
