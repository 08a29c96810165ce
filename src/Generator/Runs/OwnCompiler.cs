using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace Recto.Runs;

/// <param name="Path">Where it is kept, absolute; not there where nothing may be written.</param>
public sealed record OwnAssembly(string Path, byte[] Bytes);

/// <summary>
/// Compiles a class of the report's own with what it uses of what is shared, and with no other class: so its runs and
/// figures depend on nothing that is not known.
/// </summary>
/// <param name="references">Absolute paths of the assemblies whose types it may use.</param>
public sealed class OwnCompiler(Workspace workspace, OwnSources sources, IReadOnlyList<string> references)
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq;";

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true
    );

    private readonly Lazy<string> digest = new(() => Keys.Digest(references.Select(FileDigests.OfFile)));

    private readonly Lazy<IReadOnlyList<MetadataReference>> metadata = new(() =>
        [.. references.Select(path => MetadataReference.CreateFromFile(path))]
    );

    /// <summary>All that this program may load.</summary>
    public static IReadOnlyList<string> Trusted { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <summary>Of those the runtime's own.</summary>
    public static IEnumerable<string> Runtime =>
        Trusted.Where(p => Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location));

    /// <summary>The assembly, made once for each state of all that goes into it; null where there is none, and the bag says why.</summary>
    /// <param name="file">Below the report, as <c>src/Metrics/MeanEdge.cs</c>; the assembly is <c>own.Metrics.MeanEdge</c>.</param>
    public OwnAssembly? Compile(string file, DiagnosticBag bag)
    {
        var name = "own." + file["src/".Length..^".cs".Length].Replace('/', '.');
        var parts = sources.PartsOf(file).Select(f => KeyValuePair.Create(f, sources.Texts[f])).ToList();
        var key = Keys.Digest([digest.Value, .. parts.SelectMany(s => new[] { s.Key, s.Value })]);
        var path = Path.Combine(workspace.Cache, "own", $"{name}-{key[..12]}.dll");
        if (File.Exists(path))
        {
            return new OwnAssembly(path, File.ReadAllBytes(path));
        }

        var trees = parts.Select(s => CSharpSyntaxTree.ParseText(s.Value, path: s.Key, encoding: Encoding.UTF8));
        var compilation = CSharpCompilation.Create(
            name,
            trees.Append(CSharpSyntaxTree.ParseText(Usings, encoding: Encoding.UTF8)),
            metadata.Value,
            Options
        );
        using var bytes = new MemoryStream();
        // Its stack traces name lines
        var result = compilation.Emit(
            bytes,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded)
        );
        if (!result.Success)
        {
            var mistakes = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            mistakes.ForEach(mistake => bag.Add(Told(mistake)));
            return null;
        }

        if (!workspace.IsForReading)
        {
            WholeFile.Write(path, draft => File.WriteAllBytes(draft, bytes.ToArray()));
        }

        return new OwnAssembly(path, bytes.ToArray());
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
