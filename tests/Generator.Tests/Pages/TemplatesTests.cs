using Recto.Content;
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
        var found = Check(("a.html", "{{ if x }}"), ("b.html", "{{ x | }}\n{{ y }}"));
        Assert.Equal(["templates/a.html", "templates/b.html"], found.Select(d => d.Place!.File).Distinct());
    }

    [Theory]
    [InlineData("{{ if demo }}\n{{ page.titel }}{{ end }}", "(2,9)", "'page' has no 'titel'; did you mean 'title'?")]
    [InlineData("{{ t.ruun }}", "(1,6)", "'t' has no 'ruun'; did you mean 'run'?")]
    [InlineData(
        "{{ for part in nav }}{{ for x in part.chapters }}{{ x.hreff }}{{ end }}{{ end }}",
        "(1,55)",
        "'x' has no 'hreff'; did you mean 'href'?"
    )]
    [InlineData("{{ page.next.titel }}", "(1,14)", "'page.next' has no 'titel'; did you mean 'title'?")]
    [InlineData("{{ page.alternates[0].lang }}", "(1,23)", "'page.alternates[0]' has no 'lang'")]
    public static void Members_that_no_page_has_are_found_in_every_branch(string template, string at, string what) =>
        Assert.StartsWith(
            $"templates/a.html{at}: error template-invalid: {what}",
            Assert.Single(Check(("a.html", template))).ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public static void A_loop_s_variable_hides_a_word_of_that_name() =>
        Assert.Empty(Check(("a.html", "{{ for page in others }}{{ page.anything }}{{ end }}{{ page.title }}")));

    [Fact]
    public static void Our_own_templates_ask_for_nothing_else()
    {
        var bag = new DiagnosticBag();
        var terms = TermsReader.Read(Path.Combine(Repository.Root, "templates"), Language.English, bag);
        new Templates(Path.Combine(Repository.Root, "templates")).Check(terms.Words.Keys.ToHashSet(), bag);
        Assert.Empty(bag.Sorted());
    }

    private static IReadOnlyList<Diagnostic> Check(params (string Name, string Text)[] templates)
    {
        var folder = Directory.CreateTempSubdirectory("recto-templates-").FullName;
        foreach (var (name, text) in templates)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        var bag = new DiagnosticBag();
        new Templates(folder).Check(new HashSet<string> { "run" }, bag);
        Directory.Delete(folder, recursive: true);
        return bag.Sorted();
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
