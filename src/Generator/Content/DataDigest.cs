using Recto.Experiments.Contract;

namespace Recto.Content;

/// <summary>A data set's part of a run's key.</summary>
public static class DataDigest
{
    /// <summary>Of the drawing's name and version; the drawing's code is in the key as code.</summary>
    private const string StrokesVersion = "strokes 1";

    /// <param name="sha256">Of the folder; null before it is declared, when nothing is trained on it either.</param>
    public static string OfImages(string? sha256) => Keys.Digest(["images", sha256 ?? ""]);

    public static string Of(DataKind kind, IReadOnlyList<DataSetFile> files) =>
        kind == DataKind.Strokes
            ? Keys.Digest(StrokesVersion)
            : Keys.Digest(files.OrderBy(f => f.Role, StringComparer.Ordinal).Select(f => $"{f.Role} {f.Sha256}"));
}
