using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recto.Pages;

/// <summary>Scriban, strict: a word that is not in the model is an error, and every string is escaped.</summary>
/// <param name="folder">Absolute; the only files that templates can include lie directly in it.</param>
public sealed class Templates(string folder) : ITemplateLoader
{
    private readonly Dictionary<string, Template> parsed = new(StringComparer.Ordinal);

    /// <summary>Of all templates: what a page owes to them.</summary>
    public string Digest { get; } =
        Keys.Digest(
            Directory
                .EnumerateFiles(folder, "*.html")
                .Order(StringComparer.Ordinal)
                .Select(file => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal))
        );

    /// <summary>Reports templates that cannot be parsed, or that ask for what no page has.</summary>
    /// <param name="words">Of the locale tables.</param>
    public void Check(IReadOnlySet<string> words, DiagnosticBag bag)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal))
        {
            if (Parse(Path.GetFileName(file), bag) is { HasErrors: false } template)
            {
                template.Page!.Accept(new TemplateMembers(words, bag));
            }
        }
    }

    /// <summary>The page; nothing, and a diagnostic, if the template is broken.</summary>
    /// <param name="name">For instance <c>page.html</c>.</param>
    public string? Render(string name, ScriptObject model, DiagnosticBag bag)
    {
        if (!File.Exists(Path.Combine(folder, name)))
        {
            bag.Add(Errors.TemplateInvalid(Place.Top(Label(name)), "there is no such template"));
            return null;
        }

        var template = Parse(name, bag);
        if (template.HasErrors)
        {
            return null;
        }

        try
        {
            return template.Render(Context(model));
        }
        catch (ScriptParserRuntimeException e)
        {
            Report(e.ParserMessages, bag); // Of a template that this one includes.
            return null;
        }
        catch (ScriptRuntimeException e)
        {
            bag.Add(Errors.TemplateInvalid(PlaceOf(e.Span), e.OriginalMessage));
            return null;
        }
    }

    private static void Report(IEnumerable<LogMessage> messages, DiagnosticBag bag)
    {
        foreach (var message in messages)
        {
            bag.Add(Errors.TemplateInvalid(PlaceOf(message.Span), message.Message));
        }
    }

    string ITemplateLoader.GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        templateName == Path.GetFileName(templateName) && File.Exists(Path.Combine(folder, templateName))
            ? Label(templateName)
            : throw new ScriptRuntimeException(callerSpan, $"there is no template '{templateName}'");

    string ITemplateLoader.Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        Read(Path.GetFileName(templatePath));

    ValueTask<string?> ITemplateLoader.LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Read(Path.GetFileName(templatePath)));

    private Template Parse(string name, DiagnosticBag bag)
    {
        if (!parsed.TryGetValue(name, out var template))
        {
            template = parsed[name] = Template.Parse(Read(name), Label(name), lexerOptions: new LexerOptions());
        }

        Report(template.Messages, bag);
        return template;
    }

    private string Read(string name) =>
        File.ReadAllText(Path.Combine(folder, name)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Label(string name) => "templates/" + name;

    internal static Place PlaceOf(SourceSpan span) => new(span.FileName, span.Start.Line + 1, span.Start.Column + 1);

    private HtmlContext Context(ScriptObject model)
    {
        var context = new HtmlContext
        {
            StrictVariables = true,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedIndexerAccess = false,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            LoopLimit = 10_000,
            RecursiveLimit = 20,
            LimitToString = 0,
            NewLine = "\n",
            TemplateLoader = this,
        };
        context.PushGlobal(model);
        return context;
    }

    /// <summary>Knows no clock and no files besides templates; escapes what is not <see cref="Html"/>.</summary>
    private sealed class HtmlContext()
        : TemplateContext(
            new ScriptObject
            {
                ["include"] = new Include(),
                ["array"] = new ArrayFunctions(),
                ["string"] = new StringFunctions(),
            }
        )
    {
        public override TemplateContext Write(SourceSpan span, object? textAsObject) =>
            textAsObject switch
            {
                Html html => Write(html.Markup),
                null => this,
                _ => Write(Html.Escape(ObjectToString(textAsObject) ?? "")),
            };
    }

    /// <summary>What a template included is markup.</summary>
    private sealed class Include : IScriptCustomFunction
    {
        private readonly IncludeFunction scriban = new();

        public int RequiredParameterCount => scriban.RequiredParameterCount;

        public int ParameterCount => scriban.ParameterCount;

        public ScriptVarParamKind VarParamKind => scriban.VarParamKind;

        public Type ReturnType => typeof(Html);

        public object? Invoke(
            TemplateContext context,
            ScriptNode? callerContext,
            ScriptArray arguments,
            ScriptBlockStatement? blockStatement
        ) => new Html(scriban.Invoke(context, callerContext!, arguments, blockStatement!)?.ToString() ?? "");

        public ValueTask<object?> InvokeAsync(
            TemplateContext context,
            ScriptNode? callerContext,
            ScriptArray arguments,
            ScriptBlockStatement? blockStatement
        ) => new(Invoke(context, callerContext, arguments, blockStatement));

        public ScriptParameterInfo GetParameterInfo(int index) => scriban.GetParameterInfo(index);
    }
}
