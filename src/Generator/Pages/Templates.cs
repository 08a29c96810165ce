using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recto.Pages;

/// <summary>Scriban, strict: a word that is not in the model is an error, and every string is escaped.</summary>
/// <param name="folders">Absolute; a file of the first shadows the same of the next. Only what lies directly in one can be included.</param>
public sealed class Templates(params IReadOnlyList<string> folders) : ITemplateLoader
{
    private readonly ConcurrentDictionary<string, Template> parsed = new(StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<string>> names = new(() => [.. Names(folders)]);

    /// <summary>Of all templates: what a page owes to them.</summary>
    public string Digest { get; } = Keys.Digest(Names(folders).Select(name => Read(Find(folders, name)!)));

    /// <summary>Reports templates that cannot be parsed, or that ask for what no page has.</summary>
    /// <param name="words">Of the locale tables.</param>
    public void Check(IReadOnlySet<string> words, DiagnosticBag bag)
    {
        foreach (var name in Names(folders))
        {
            if (Parse(name, bag) is { HasErrors: false } template)
            {
                template.Page!.Accept(new TemplateMembers(words, bag));
            }
        }
    }

    /// <summary>The page; nothing, and a diagnostic, if the template is broken.</summary>
    /// <param name="name">For instance <c>page.html</c>.</param>
    public string? Render(string name, ScriptObject model, DiagnosticBag bag)
    {
        if (Find(folders, name) is null)
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
        templateName == Path.GetFileName(templateName) && Find(folders, templateName) is not null
            ? Label(templateName)
            : throw new ScriptRuntimeException(callerSpan, $"there is no template '{templateName}'");

    string ITemplateLoader.Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        Read(Find(folders, Path.GetFileName(templatePath))!);

    ValueTask<string?> ITemplateLoader.LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Read(Find(folders, Path.GetFileName(templatePath))!));

    private Template Parse(string name, DiagnosticBag bag)
    {
        var template = Parsed(name);
        Report(template.Messages, bag);
        return template;
    }

    private Template Parsed(string name) =>
        parsed.GetOrAdd(name, n => Template.Parse(Read(Find(folders, n)!), Label(n), lexerOptions: new LexerOptions()));

    private static IEnumerable<string> Names(IReadOnlyList<string> folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.html").Select(file => Path.GetFileName(file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static string? Find(IReadOnlyList<string> folders, string name) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string Read(string file) => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal);

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
        foreach (var name in names.Value.Where(name => !Parsed(name).HasErrors))
        {
            context.CachedTemplates.Add(Label(name), Parsed(name)); // Else each page would parse what it includes.
        }

        return context;
    }

    /// <summary>Knows no clock and no files besides templates; escapes what is not <see cref="Html"/>.</summary>
    private sealed class HtmlContext() : TemplateContext(Shared)
    {
        /// <summary>Read-only: no template can set what is built in.</summary>
        private static readonly ScriptObject Shared = new()
        {
            ["include"] = new Include(),
            ["array"] = new ArrayFunctions(),
            ["string"] = new StringFunctions(),
        };

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
