using Recto.Experiments.Contract;

namespace Recto.Experiments.Data;

public static class Datasets
{
    /// <param name="spec">Which data set.</param>
    /// <param name="files">Role → file, for sets that lie in files.</param>
    /// <exception cref="RunException">A file is missing or damaged.</exception>
    public static Dataset Read(DataSpec spec, IReadOnlyDictionary<string, DataFile> files) =>
        spec.Kind switch
        {
            DataKind.Idx => new Dataset(Images(files, "train"), Images(files, "test")),
            DataKind.Strokes => Strokes.Draw(),
            _ => throw new RunException("spec-unsupported", $"No reader for data of kind {spec.Kind}."),
        };

    private static ImageSet Images(IReadOnlyDictionary<string, DataFile> files, string part)
    {
        var images = Idx.Read(File(files, $"{part}.images"));
        var labels = Idx.Read(File(files, $"{part}.labels"));
        if (images.Shape is not [var count, var height, var width] || labels.Shape is not [var labelled])
            throw Damaged(part, "images need three dimensions and labels one");
        if (count != labelled)
            throw Damaged(part, $"there are {count} images and {labelled} labels");
        return new ImageSet(images.Bytes, labels.Bytes, height, width);
    }

    private static DataFile File(IReadOnlyDictionary<string, DataFile> files, string role) =>
        files.TryGetValue(role, out var file)
            ? file
            : throw new RunException("data-missing", $"The work order names no file for '{role}'.");

    private static RunException Damaged(string part, string why) =>
        new("data-damaged", $"The {part} files do not belong together: {why}.");
}
