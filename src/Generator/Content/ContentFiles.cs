using System.Text;
using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>The door to what authors and we ourselves wrote: text files below a few folders, read, never written.</summary>
public sealed class ContentFiles(Workspace workspace, DiagnosticBag bag)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public bool Exists(string path) => File.Exists(Path.Combine(workspace.Root, path));

    /// <summary>Names of the files in a folder of the report, sorted; none if there is no such folder.</summary>
    public IReadOnlyList<string> Names(string folder)
    {
        var full = Path.Combine(workspace.Root, folder);
        return Directory.Exists(full)
            ? [.. Directory.EnumerateFiles(full).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Names of the folders that hold chapters, or might.</summary>
    public IReadOnlyList<string> Chapters() =>
        Directory.Exists(workspace.Content)
            ?
            [
                .. Directory
                    .EnumerateDirectories(workspace.Content)
                    .Select(f => Path.GetFileName(f))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>A file of the report; null if it is not there. Bytes that are no text are reported and replaced.</summary>
    /// <param name="path">Relative to the report's root, with forward slashes.</param>
    public SourceText? Read(string path) => Read(Path.Combine(workspace.Root, path), path);

    /// <summary>A picture, as it is.</summary>
    public byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(workspace.Root, path));

    /// <summary>A source file of the worker; null if it is not there.</summary>
    /// <param name="path">Below <c>src/Experiments</c>.</param>
    public SourceText? ReadWorkerSource(string path) =>
        WorkerSources().Contains(path, StringComparer.Ordinal)
            ? Read(Path.Combine(workspace.WorkerSources, path), $"src/Experiments/{path}")
            : null;

    /// <summary>The worker's source files, relative, sorted.</summary>
    public IReadOnlyList<string> WorkerSources() => workerSources.Value;

    private readonly Lazy<IReadOnlyList<string>> workerSources = new(() =>
        Directory.Exists(workspace.WorkerSources)
            ?
            [
                .. Directory
                    .EnumerateFiles(workspace.WorkerSources, "*.cs", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(workspace.WorkerSources, f).Replace('\\', '/'))
                    .Where(f => !f.Split('/').Any(part => part is "bin" or "obj"))
                    .Order(StringComparer.Ordinal),
            ]
            : []
    );

    private SourceText? Read(string full, string path) =>
        File.Exists(full) ? Decode(File.ReadAllBytes(full), path, bag) : null;

    /// <summary>Line ends become <c>\n</c>; what would shift lines or is no text becomes a space, and is reported.</summary>
    internal static SourceText Decode(byte[] bytes, string path, DiagnosticBag bag)
    {
        var isText = TryDecode(bytes, out var decoded);
        var text = decoded.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        var source = SourceText.Of(text, path);
        if (!isText)
        {
            bag.Add(Errors.EncodingUnknown(Place.Top(path)));
            return source;
        }

        var bad = Enumerable.Range(0, text.Length).Where(i => IsForbidden(text, i)).ToList();
        foreach (var i in bad)
        {
            bag.Add(Errors.CharacterForbidden(source.PlaceAt(i), text[i]));
        }

        return bad.Count == 0 ? source : SourceText.Of(Spaced(text, bad), path);
    }

    private static bool TryDecode(byte[] bytes, out string text)
    {
        try
        {
            text = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.UTF8.GetString(bytes);
            return false;
        }
    }

    private static bool IsForbidden(string text, int i) =>
        (char.IsControl(text[i]) && text[i] is not ('\n' or '\t')) || text[i] is '\u2028' or '\u2029' or '\uFEFF';

    private static string Spaced(string text, List<int> positions)
    {
        var characters = text.ToCharArray();
        positions.ForEach(i => characters[i] = ' ');
        return new string(characters);
    }
}
