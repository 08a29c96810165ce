using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace Recto.Runs;

/// <summary>C# that a report brings along: its metrics, and what they share (<c>src/*.cs</c>).</summary>
public static class OwnCode
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq;";

    /// <summary>Path below the report → digest of its tokens; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, string> Digests(Workspace workspace) =>
        Files(workspace)
            .ToDictionary(f => f, f => CodeDigest.Tokens(File.ReadAllText(Path.Combine(workspace.Root, f))));

    /// <summary>Of those that a run with these metrics depends on: their own files, and what is shared.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(
        IReadOnlyList<string> metrics,
        IReadOnlyDictionary<string, string> digests
    ) =>
        digests.Where(d =>
            !d.Key.StartsWith(OwnMetrics.Folder, StringComparison.Ordinal)
            || metrics.Contains(OwnMetrics.NameOf(Path.GetFileName(d.Key)))
        );

    /// <summary>Compiled against the worker, once for each state of both; null where there is nothing to compile.</summary>
    /// <exception cref="ReportException">It does not compile; why is in the bag.</exception>
    public static string? Compile(Workspace workspace, string worker, DiagnosticBag bag)
    {
        var digests = Digests(workspace);
        if (!digests.Keys.Any(f => f.StartsWith(OwnMetrics.Folder, StringComparison.Ordinal)))
        {
            return null;
        }

        var key = Keys.Digest([FileDigests.OfFile(worker), .. digests.Select(d => $"{d.Key} {d.Value}")]);
        var path = Path.Combine(workspace.Cache, "own", $"own-{key[..12]}.dll");
        if (File.Exists(path))
        {
            return path;
        }

        var trees = digests.Keys.Select(f => Parsed(workspace, f)).Append(CSharpSyntaxTree.ParseText(Usings));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true
        );
        var compiled = CSharpCompilation.Create("own", trees, References(worker), options);
        using var bytes = new MemoryStream();
        var result = compiled.Emit(bytes);
        if (!result.Success)
        {
            result
                .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                .ToList()
                .ForEach(d => bag.Add(Told(d)));
            throw new ReportException(ExitCode.AuthorMistake);
        }

        WholeFile.Write(path, draft => File.WriteAllBytes(draft, bytes.ToArray()));
        return path;
    }

    private static IEnumerable<string> Files(Workspace workspace) =>
        new[] { "src", OwnMetrics.Folder }
            .Where(folder => Directory.Exists(Path.Combine(workspace.Root, folder)))
            .SelectMany(folder =>
                Directory
                    .EnumerateFiles(Path.Combine(workspace.Root, folder), "*.cs")
                    .Select(f => $"{folder}/{Path.GetFileName(f)}")
            )
            .Order(StringComparer.Ordinal);

    private static SyntaxTree Parsed(Workspace workspace, string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(workspace.Root, file)), path: file);

    /// <summary>The runtime's own assemblies, and the worker's.</summary>
    private static IEnumerable<MetadataReference> References(string worker)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var beside = Path.GetDirectoryName(worker)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == runtime)
            .Concat([worker, Path.Combine(beside, Path.GetFileName(typeof(Keys).Assembly.Location))])
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static Diagnostics.Diagnostic Told(Diagnostic mistake)
    {
        var at = mistake.Location.GetLineSpan();
        var place = new Place(at.Path, at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1);
        return Errors.OwnCodeInvalid(
            place,
            $"{mistake.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ({mistake.Id})"
        );
    }
}
