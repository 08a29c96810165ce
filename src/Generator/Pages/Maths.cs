using System.Globalization;
using System.Text;
using Jint;
using Jint.Runtime;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Pages;

/// <summary>Where a formula is read.</summary>
public enum MathsForm
{
    /// <summary>Drawn for the eye, with MathML beside it for screen readers.</summary>
    Web,

    /// <summary>One labelled picture: a tagged PDF keeps neither hidden MathML nor hidden drawings.</summary>
    Print,
}

/// <param name="At">The place in the author's file of the TeX's n-th character.</param>
public sealed record Formula(string Tex, bool Display, Func<int, Place> At);

/// <summary>KaTeX, run at build time; what it has set once is kept in <c>.cache/maths</c>.</summary>
/// <param name="workspace">Where KaTeX and the cache lie.</param>
public sealed class Maths(Workspace workspace) : IDisposable
{
    /// <summary>Of one function within itself; without a limit, the process would die of a stack overflow.</summary>
    private const int DeepestNesting = 100;

    private readonly Lazy<Engine> engine = new(() => Start(workspace));
    private readonly Lazy<string> katex = new(() => FileDigests.OfFile(Script(workspace)));
    private readonly DigestCache cache = new(Path.Combine(workspace.Cache, "maths"), workspace.IsForReading);

    /// <summary>The formula as HTML; nothing, and a diagnostic, if KaTeX does not accept it.</summary>
    public string? Set(Formula formula, MathsForm form, DiagnosticBag bag)
    {
        var options = Options(formula.Display, form);
        var key = Keys.Digest(katex.Value, options, formula.Tex);
        if (cache.Find(key) is { } kept)
        {
            return Dressed(Encoding.UTF8.GetString(kept), formula, form);
        }

        if (string.IsNullOrWhiteSpace(formula.Tex))
        {
            bag.Add(Errors.FormulaInvalid(formula.At(0), "it is empty"));
            return null;
        }

        if (Render(formula, options, bag) is not { } html)
        {
            return null;
        }

        cache.Keep(key, Encoding.UTF8.GetBytes(html));
        return Dressed(html, formula, form);
    }

    /// <summary>Drops formulas that the book has no longer; for who has set all of them.</summary>
    public void Prune() => cache.Prune();

    public void Dispose()
    {
        if (engine.IsValueCreated)
        {
            engine.Value.Dispose();
        }
    }

    /// <summary>Strict also refuses bare 中文 in a formula, which no maths font holds.</summary>
    private static string Options(bool display, MathsForm form) =>
        $$"""{"displayMode":{{(display ? "true" : "false")}},"output":"{{(
            form == MathsForm.Web ? "htmlAndMathml" : "html"
        )}}","strict":"error","throwOnError":true}""";

    private string? Render(Formula formula, string options, DiagnosticBag bag)
    {
        try
        {
            lock (engine)
            {
                return engine.Value.Invoke("render", formula.Tex, options).AsString();
            }
        }
        catch (JavaScriptException e) when (e.Error.IsObject())
        {
            var error = e.Error.AsObject();
            var position = error.Get("position");
            var raw = error.Get("rawMessage");
            var at = position.IsNumber() ? (int)position.AsNumber() : 0;
            bag.Add(Errors.FormulaInvalid(formula.At(at), raw.IsString() ? raw.AsString() : e.Message));
            return null;
        }
        catch (RecursionDepthOverflowException)
        {
            bag.Add(Errors.FormulaInvalid(formula.At(0), "its braces are nested too deep"));
            return null;
        }
    }

    private static Engine Start(Workspace workspace)
    {
        var engine = new Engine(o => o.Culture(CultureInfo.InvariantCulture).LimitRecursion(DeepestNesting));
        engine.Execute(File.ReadAllText(Script(workspace)), "katex.js");
        engine.Execute("function render(tex, options) { return katex.renderToString(tex, JSON.parse(options)); }");
        return engine;
    }

    private static string Dressed(string html, Formula formula, MathsForm form) =>
        form == MathsForm.Web
            ? html
            : $"<span role=\"img\" aria-label=\"{Html.Escape(formula.Tex)}\">{Seen(html)}</span>";

    private static string Seen(string html) => html.Replace(" aria-hidden=\"true\"", "", StringComparison.Ordinal);

    private static string Script(Workspace workspace) => Path.Combine(workspace.Assets, "katex", "dist", "katex.js");
}
