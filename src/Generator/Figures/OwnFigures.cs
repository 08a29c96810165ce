using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>
/// Figure kinds of a report's own: <c>error_gap</c> is a class <c>ErrorGap</c> in <c>src/Figures/ErrorGap.cs</c> with
/// <c>public static void Draw(FigureCanvas figure)</c>.
/// </summary>
/// <param name="bag">Takes what is wrong with the code itself, whatever it is to draw.</param>
internal sealed class OwnFigures(Workspace workspace, DiagnosticBag bag)
{
    private readonly OwnSources sources = new(workspace);
    private readonly ConcurrentDictionary<string, Lazy<Action<FigureCanvas>?>> kinds = new(StringComparer.Ordinal);

    /// <summary>Digest of the code that draws a kind; comments and layout do not count.</summary>
    public string DigestOf(string kind) => RunFolder.SealOf(sources.Of(OwnClasses.Figures, [kind]));

    /// <summary>Null where its code is not right; what is has been said.</summary>
    public Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var kind = source.Request.Kind;
        var draw = kinds.GetOrAdd(kind, k => new(() => Load(k))).Value;
        return draw is null ? null : terms => Draw(draw, source, terms);
    }

    private static Drawing Draw(Action<FigureCanvas> draw, FigureSource source, Terms terms)
    {
        using var canvas = new FigureCanvas(source, terms);
        try
        {
            draw(canvas);
            return canvas.Finish();
        }
        catch (Exception e) when (e is not FigureFailure)
        {
            var what = $"{e.GetType().Name}: {e.Message}";
            throw new FigureFailure(
                place => Errors.OwnFigureFailed(place, source.Request.Id, what),
                PlaceOf(e) ?? source.Request.Place
            );
        }
        catch (FigureFailure e)
        {
            throw new FigureFailure(e.Diagnose, PlaceOf(e) ?? source.Request.Place);
        }
    }

    /// <summary>The line of the report's own code that did it.</summary>
    private static Place? PlaceOf(Exception e) =>
        new StackTrace(e, fNeedFileInfo: true)
            .GetFrames()
            .Where(f => f.GetFileName()?.StartsWith($"{OwnClasses.Shared}/", StringComparison.Ordinal) ?? false)
            .Select(f => new Place(f.GetFileName()!, f.GetFileLineNumber(), f.GetFileColumnNumber()))
            .FirstOrDefault();

    private Action<FigureCanvas>? Load(string kind)
    {
        var file = sources.In(OwnClasses.Figures).First(f => OwnClasses.NameOf(f) == kind);
        string[] references = [typeof(OwnFigures).Assembly.Location, typeof(Keys).Assembly.Location];
        var compiler = new OwnCompiler(workspace, sources, [.. OwnCompiler.Runtime, .. references]);
        if (compiler.Compile(file, bag) is not { } assembly)
        {
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(file);
        using var bytes = new MemoryStream(assembly.Bytes);
        var method = new AssemblyLoadContext(kind, isCollectible: true)
            .LoadFromStream(bytes)
            .GetTypes()
            .FirstOrDefault(t => t.Name == name)
            ?.GetMethod("Draw", BindingFlags.Public | BindingFlags.Static, [typeof(FigureCanvas)]);
        if (method?.ReturnType == typeof(void))
        {
            return method.CreateDelegate<Action<FigureCanvas>>();
        }

        bag.Add(Errors.OwnClassWrong(Place.Top(file), name, "void Draw(FigureCanvas figure)"));
        return null;
    }
}
