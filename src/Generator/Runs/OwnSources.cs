using System.Collections.Concurrent;
using Recto.Content;

namespace Recto.Runs;

/// <summary>C# that a report brings along, as it is now: a class a file, and what classes share (<c>src/*.cs</c>).</summary>
public sealed class OwnSources(Workspace workspace)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> texts = new(() =>
        Files(workspace).ToDictionary(f => f, f => File.ReadAllText(Path.Combine(workspace.Root, f)))
    );

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> digests = new(StringComparer.Ordinal);

    /// <summary>File below the report → its text; none where there is no such code.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts.Value;

    /// <summary>File → digest of its tokens.</summary>
    public IEnumerable<KeyValuePair<string, string>> Digests => DigestsOf(Texts.Keys);

    /// <summary>The same of what these classes are made of.</summary>
    /// <param name="folder">For instance <see cref="OwnClasses.Metrics"/>.</param>
    public IEnumerable<KeyValuePair<string, string>> Of(string folder, IReadOnlyList<string> names) =>
        DigestsOf(In(folder).Where(f => names.Contains(OwnClasses.NameOf(f))).SelectMany(PartsOf).Distinct());

    /// <summary>The files of a folder.</summary>
    public IEnumerable<string> In(string folder) => Texts.Keys.Where(f => f[..f.LastIndexOf('/')] == folder);

    /// <summary>A class's file, and those that it uses of the shared ones.</summary>
    public IReadOnlyList<string> PartsOf(string file) =>
        parts.GetOrAdd(
            file,
            f => [f, .. OwnUses.Of(Texts[f], In(OwnClasses.Shared).ToDictionary(s => s, s => Texts[s]))]
        );

    private IEnumerable<KeyValuePair<string, string>> DigestsOf(IEnumerable<string> files) =>
        files.Select(f => KeyValuePair.Create(f, digests.GetOrAdd(f, _ => CodeDigest.Tokens(Texts[f]))));

    private static IEnumerable<string> Files(Workspace workspace) =>
        OwnClasses
            .Folders.Prepend(OwnClasses.Shared)
            .Where(folder => Directory.Exists(Path.Combine(workspace.Root, folder)))
            .SelectMany(folder =>
                Directory
                    .EnumerateFiles(Path.Combine(workspace.Root, folder), "*.cs")
                    .Select(f => $"{folder}/{Path.GetFileName(f)}")
            )
            .Order(StringComparer.Ordinal);
}
