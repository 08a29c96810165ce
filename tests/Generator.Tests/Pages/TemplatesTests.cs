using Recto.Diagnostics;
using Recto.Pages;
using Scriban.Runtime;
using Xunit;

namespace Recto.Tests.Pages;

public static class TemplatesTests
{
    [Theory]
    [InlineData("{{ page.title }}", "a &lt;b&gt; &amp; &quot;c&quot;")]
    [InlineData("{{ body }}", "<p>x</p>")]
    [InlineData("{{ include 'part.html' }}", "<hr>a &lt;b&gt; &amp; &quot;c&quot;")]
    [InlineData("{{ for n in [1, 2] }}{{ n }};{{ end }}", "1;2;")]
    public static void Everything_but_markup_is_escaped(string template, string expected) =>
        Assert.Equal(expected, Render(template).Html);

    [Theory]
    [InlineData(
        "{{ page.titel }}",
        "templates/page.html(1,9): error template-invalid: Cannot get member with name titel."
    )]
    [InlineData(
        "a\n {{ pgae }}",
        "templates/page.html(2,5): error template-invalid: The variable or function `pgae` was not found"
    )]
    [InlineData("{{ if page }}", "templates/page.html(1,")]
    [InlineData(
        "{{ include 'broken.html' }}",
        "templates/broken.html(2,4): error template-invalid: The variable or function `x` was not found"
    )]
    [InlineData("{{ include 'unclosed.html' }}", "templates/unclosed.html(2,")]
    [InlineData(
        "{{ include '../secret.html' }}",
        "templates/page.html(1,4): error template-invalid: there is no template '../secret.html'"
    )]
    [InlineData(
        "{{ date.now }}",
        "templates/page.html(1,4): error template-invalid: The variable or function `date` was not found"
    )]
    public static void A_broken_template_is_reported_at_its_place(string template, string expected)
    {
        var (html, bag) = Render(template);
        Assert.Null(html);
        Assert.StartsWith(expected, bag.Sorted()[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static void Broken_templates_are_reported_before_any_is_used()
    {
        var folder = Directory.CreateTempSubdirectory("recto-templates-").FullName;
        File.WriteAllText(Path.Combine(folder, "a.html"), "{{ if x }}");
        File.WriteAllText(Path.Combine(folder, "b.html"), "{{ x | }}\n{{ y }}");
        var bag = new DiagnosticBag();
        new Templates(folder).Check(bag);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(["templates/a.html", "templates/b.html"], bag.Sorted().Select(d => d.Place!.File).Distinct());
    }

    [Fact]
    public static void A_template_that_is_not_there_is_reported()
    {
        var (html, bag) = Render("", "home.html");
        Assert.Null(html);
        Assert.Equal(
            "templates/home.html(1,1): error template-invalid: there is no such template",
            Assert.Single(bag.Sorted()).ToString()
        );
    }

    [Fact]
    public static void Loops_end() => Assert.Null(Render("{{ while true }}{{ end }}").Html);

    private static (string? Html, DiagnosticBag Bag) Render(string template, string name = "page.html")
    {
        var folder = Directory.CreateTempSubdirectory("recto-templates-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "page.html"), template);
            File.WriteAllText(Path.Combine(folder, "part.html"), "<hr>{{ page.title }}");
            File.WriteAllText(Path.Combine(folder, "broken.html"), "\n{{ x }}");
            File.WriteAllText(Path.Combine(folder, "unclosed.html"), "\n{{ if page }}");
            var bag = new DiagnosticBag();
            var model = new ScriptObject { ["page"] = new Page("a <b> & \"c\""), ["body"] = new Html("<p>x</p>") };
            return (new Templates(folder).Render(name, model, bag), bag);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Page(string Title);
}
