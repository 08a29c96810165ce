using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary><c>content/references.yml</c>: citation key → work.</summary>
public static class ReferencesReader
{
    public const string File = "content/references.yml";

    private static readonly TextShape Text = new();

    private static readonly MapShape Author = new([new("family", Text, Required: true), new("given", Text)]);

    private static readonly ChoiceShape Types = new([
        "article",
        "article-journal",
        "book",
        "chapter",
        "dataset",
        "paper-conference",
        "report",
        "software",
        "thesis",
        "webpage",
    ]);

    private static readonly TableShape Works = new(
        new TextShape("[a-z][a-z0-9_-]*", "a citation key of small letters, digits, '-' and '_'"),
        new MapShape([
            new("type", Types, Required: true),
            new("title", Text, Required: true),
            new("author", new ListShape(Author, 1), Required: true),
            new("issued", new WholeShape(1, 9999), Required: true),
            new("container-title", Text),
            new("volume", Text),
            new("issue", Text),
            new("page", Text),
            new("publisher", Text),
            new("DOI", new TextShape(@"10\.\S+", "a DOI without its address, such as 10.1000/182")),
            new("URL", new TextShape(@"https?://\S+", "an address that starts with http")),
        ])
    );

    /// <summary>The works, in the order of the file; none if there is no such file or it is not right.</summary>
    public static IReadOnlyDictionary<string, Reference> Read(ContentFiles files, DiagnosticBag bag) =>
        files.Read(File) is { } source
        && YamlReader.Read(source, bag) is { } yaml
        && ShapeReader.Read(yaml, Works, "the bibliography", bag) is YamlMap works
            ? works.Entries.ToDictionary(e => e.Key.Value, e => Work(e.Key, (YamlMap)e.Value))
            : new Dictionary<string, Reference>();

    private static Reference Work(Located<string> key, YamlMap work) =>
        new(
            key.Value,
            work.Text("type"),
            work.Text("title"),
            [.. work.List("author").Cast<YamlMap>().Select(a => new Author(a.Text("family"), a.TextOrNull("given")))],
            (int)work.Whole("issued")
        )
        {
            ContainerTitle = work.TextOrNull("container-title"),
            Volume = work.TextOrNull("volume"),
            Issue = work.TextOrNull("issue"),
            Page = work.TextOrNull("page"),
            Publisher = work.TextOrNull("publisher"),
            Doi = work.TextOrNull("DOI"),
            Url = work.TextOrNull("URL"),
            Place = key.Place,
        };
}
