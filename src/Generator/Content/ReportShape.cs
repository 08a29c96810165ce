using System.Text.RegularExpressions;
using Recto.Content.Yaml;

namespace Recto.Content;

/// <summary>What <c>content/report.yml</c> may say.</summary>
public static class ReportShape
{
    /// <summary>A text in some of the known languages; whether in all of the report's, <see cref="LocalizedReader"/> checks.</summary>
    public static LocalizedShape Localized { get; } =
        new(new MapShape([.. Language.Known.Select(l => new KeyShape(l.Code, new TextShape()))]));

    private static readonly TextShape Sha256 = new("[0-9a-f]{64}", "64 hex digits in lower case");

    private static readonly MapShape DataFile = new([
        new("name", new TextShape("[A-Za-z0-9._-]+", "a file name"), Required: true),
        new("sha256", Sha256, Required: true),
    ]);

    private static readonly KeyShape DataFiles = new(
        "files",
        new MapShape([
            new("train.images", DataFile, Required: true),
            new("train.labels", DataFile, Required: true),
            new("test.images", DataFile, Required: true),
            new("test.labels", DataFile, Required: true),
        ]),
        Required: true
    );

    /// <summary>Height and width of an image.</summary>
    private static readonly KeyShape Size = new("size", new ListShape(new WholeShape(1, 1024), 2, 2));

    private static readonly TextShape Folder = new(
        @"https?://\S+/",
        "an address that starts with http and ends in '/'"
    );

    private static readonly MapShape FourFiles = new([DataFiles, Size, new("sources", new ListShape(Folder))]);

    private static readonly VariantShape DataSet = new(
        new Dictionary<string, MapShape>
        {
            ["idx"] = FourFiles,
            ["npy"] = FourFiles,
            ["images"] = new([Size, new("sha256", Sha256)]),
            ["strokes"] = new([]),
        }
    );

    private static readonly TextShape Chapter = new(
        "[a-z0-9][a-z0-9-]*",
        "a folder name of small letters, digits and '-'"
    );

    /// <summary>Whether a chapter's folder can be called so.</summary>
    public static bool IsChapter(string name) => Regex.IsMatch(name, $@"\A(?:{Chapter.Pattern})\z");

    /// <summary>Which of these a part needs, <see cref="PartReader"/> knows.</summary>
    private static readonly MapShape Part = new([
        new("number", new WholeShape(1, 99)),
        new("title", Localized),
        new("chapters", new ListShape(Chapter, 1)),
        new("chapter", Chapter),
        new("contents", new FlagShape()),
    ]);

    private static readonly MapShape Appendix = new([
        new("title", Localized, Required: true),
        new("chapters", new ListShape(Chapter, 1), Required: true),
    ]);

    private static readonly MapShape Link = new([
        new("title", Localized, Required: true),
        new("href", Localized, Required: true),
    ]);

    private static readonly TextShape SiteFolder = new(
        "[A-Za-z0-9._/-]+",
        "a folder, seen from the report's, such as ../site/guide"
    );

    public static MapShape Report { get; } =
        new([
            new("title", Localized, Required: true),
            new("description", Localized, Required: true),
            new("authors", new ListShape(new TextShape(), 1), Required: true),
            new("url", Folder, Required: true),
            new("licence", Localized),
            new("code", new TextShape(@"https?://\S+", "an address that starts with http")),
            new(
                "languages",
                new ListShape(new ChoiceShape([.. Language.Known.Select(l => l.Code)]), 1),
                Required: true
            ),
            new("links", new ListShape(Link)),
            new("site", SiteFolder),
            new("sources", new ListShape(new TextShape())),
            new("issued", new WholeShape(1900, 9999)),
            new("parts", new ListShape(Part, 1), Required: true),
            new("appendix", Appendix),
            new(
                "data",
                new TableShape(
                    new TextShape("[a-z][a-z0-9_-]*", "a name of small letters, digits, '-' and '_'"),
                    DataSet
                )
            ),
        ]);
}
