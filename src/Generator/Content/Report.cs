using Recto.Diagnostics;

namespace Recto.Content;

/// <summary><c>content/report.yml</c>.</summary>
public sealed record Report
{
    public required Localized Title { get; init; }

    public required Localized Description { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Where it is published, with a slash at its end; used only where an absolute address is needed.</summary>
    public required string Url { get; init; }

    /// <summary>Under which its text may be used, as pages print it.</summary>
    public Localized? Licence { get; init; }

    /// <summary>Where the report's own sources are kept.</summary>
    public string? Code { get; init; }

    /// <summary>Shown on the title page and below the chapters.</summary>
    public IReadOnlyList<ReportLink> Links { get; init; } = [];

    /// <summary>The primary language first.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>In order; an appendix comes last.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>Citation keys of the works that the report re-creates.</summary>
    public IReadOnlyList<Located<string>> Sources { get; init; } = [];

    /// <summary>The year in which it is to be cited, if any.</summary>
    public int? Issued { get; init; }

    public required IReadOnlyList<DataSet> Data { get; init; }

    public Language Primary => Languages[0];
}

/// <param name="Href">A whole address; or, from the site's own folder, a page of a report that is published below it.</param>
public sealed record ReportLink(Localized Title, Localized Href);

/// <param name="Number">Numbers its chapters: 3 gives 3.1, 3.2, …; absent for what stands beside the count.</param>
/// <param name="Title">Absent where its only chapter's title is the part's.</param>
/// <param name="Chapters">Folder names below <c>content/</c>, in order.</param>
public sealed record Part(PartKind Kind, int? Number, Localized? Title, IReadOnlyList<Located<string>> Chapters);

public enum PartKind
{
    /// <summary>The title page with its table of contents.</summary>
    Contents,

    /// <summary>Chapters numbered in it: 3.1, 3.2, ….</summary>
    Chapters,

    /// <summary>A part that is itself one chapter.</summary>
    Chapter,

    /// <summary>Pages after the report's own tree: A, B, ….</summary>
    Appendix,
}

/// <summary>A data set that experiments may name.</summary>
/// <param name="Name">For instance <c>mnist</c>; also the folder it is looked for in.</param>
/// <param name="Digest">SHA-256 over the declared digests of its files, or of the drawing's name and version.</param>
/// <param name="Files">Empty for drawn data sets.</param>
/// <param name="Sources">Addresses that end in a slash, tried in order.</param>
public sealed record DataSet(
    string Name,
    Experiments.Contract.DataKind Kind,
    string Digest,
    IReadOnlyList<DataSetFile> Files,
    IReadOnlyList<string> Sources,
    Place Place
)
{
    /// <summary>How it lies on disk; what a worker reads is always one of <see cref="Experiments.Contract.DataKind"/>.</summary>
    public DataForm Form { get; init; }

    /// <summary>Of a folder of images: SHA-256 over their names and bytes; null where it is not declared yet.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of each image, in pixels.</summary>
    public (int Height, int Width) Size { get; init; } = (28, 28);
}

public enum DataForm
{
    Idx,
    Strokes,

    /// <summary>Four files of NumPy arrays.</summary>
    Npy,

    /// <summary>PNG and JPEG files in a folder a class.</summary>
    Images,
}

/// <param name="Role"><c>train.images</c>, <c>train.labels</c>, <c>test.images</c> or <c>test.labels</c>.</param>
/// <param name="Name">File name; without <c>.gz</c>, either form is found and the packed one is downloaded.</param>
/// <param name="Sha256">Of the uncompressed bytes, or of the packed ones where the name says so; lower-case hex.</param>
public sealed record DataSetFile(string Role, string Name, string Sha256)
{
    /// <summary>Known by its packed bytes, as its publisher gives them.</summary>
    public bool IsPacked => Name.EndsWith(Gz, StringComparison.Ordinal);

    public string PackedName => IsPacked ? Name : Name + Gz;

    private const string Gz = ".gz";
}
