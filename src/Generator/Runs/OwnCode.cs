using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>C# that a report brings along: a class a file, and what classes share (<c>src/*.cs</c>).</summary>
public static class OwnCode
{
    /// <summary>Path below the report → digest of its tokens; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, string> Digests(Workspace workspace) =>
        Files(workspace)
            .ToDictionary(f => f, f => CodeDigest.Tokens(File.ReadAllText(Path.Combine(workspace.Root, f))));

    /// <summary>Of those that what is so called depends on: its own file, and what is shared.</summary>
    /// <param name="folder">For instance <see cref="OwnClasses.Metrics"/>.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(
        string folder,
        IReadOnlyList<string> names,
        IReadOnlyDictionary<string, string> digests
    ) => digests.Where(d => FolderOf(d.Key) == OwnClasses.Shared || names.Any(name => Is(d.Key, folder, name)));

    /// <summary>What the worker is to load: an assembly for each metric and each model.</summary>
    /// <param name="worker">Its assembly.</param>
    /// <exception cref="ReportException">Something does not compile; why is in the bag.</exception>
    public static IReadOnlyList<string> Compile(Workspace workspace, string worker, DiagnosticBag bag)
    {
        var files = Files(workspace).ToList();
        var wanted = files.Where(f => FolderOf(f) is OwnClasses.Metrics or OwnClasses.Models).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var contract = Path.Combine(Path.GetDirectoryName(worker)!, Path.GetFileName(typeof(Keys).Assembly.Location));
        var compiler = new OwnCompiler(workspace, [.. OwnCompiler.Runtime, worker, contract]);
        var compiled = wanted.Select(file => compiler.Compile(file, SharedOf(files), bag)).ToList();
        return compiled.Contains(null)
            ? throw new ReportException(ExitCode.AuthorMistake)
            : [.. compiled.Select(c => c!.Path)];
    }

    internal static bool Is(string file, string folder, string name) =>
        FolderOf(file) == folder && OwnClasses.NameOf(file) == name;

    internal static IReadOnlyList<string> SharedOf(IEnumerable<string> files) =>
        [.. files.Where(f => FolderOf(f) == OwnClasses.Shared)];

    /// <summary>Below the report, sorted.</summary>
    internal static IEnumerable<string> Files(Workspace workspace) =>
        OwnClasses
            .Folders.Prepend(OwnClasses.Shared)
            .Where(folder => Directory.Exists(Path.Combine(workspace.Root, folder)))
            .SelectMany(folder =>
                Directory
                    .EnumerateFiles(Path.Combine(workspace.Root, folder), "*.cs")
                    .Select(f => $"{folder}/{Path.GetFileName(f)}")
            )
            .Order(StringComparer.Ordinal);

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];
}
