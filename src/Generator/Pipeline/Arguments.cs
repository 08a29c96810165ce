using System.Globalization;
using System.Net;
using Recto.Diagnostics;
using Recto.Pipeline.Scaffolding;

namespace Recto.Pipeline;

public enum Verb
{
    Build,
    Serve,
    Plan,
    Check,
    Confirm,
    Schema,
    Adopt,
    Verify,
    Demo,
    New,
    Diff,
    Clean,
    Help,
    Version,
}

/// <summary>What was asked for on the command line.</summary>
/// <param name="Root">The report's folder, as given; null for the one Recto lies in.</param>
public sealed record Arguments(Verb Verb, string? Root, bool Fresh, int Jobs, bool NoPdf)
{
    /// <summary>Printed on each page; empty for none, so that committed pages owe nothing to a commit.</summary>
    public string Commit { get; init; } = "";

    public bool Strict { get; init; }

    public bool FailFast { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    public bool NoTrain { get; init; }

    /// <summary>Run ids, or for <c>confirm</c> chapters and sections, with commas between them; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>What <c>diff</c> compares with.</summary>
    public string? Revision { get; init; }

    public int? MaxMinutes { get; init; }

    public bool Json { get; init; }

    /// <summary>What <c>serve</c> listens on; null for any that is free.</summary>
    public int? Port { get; init; }

    /// <summary>What <c>new</c> is to make.</summary>
    public NewArguments? New { get; init; }

    /// <summary>How mistakes are told.</summary>
    public DiagnosticFormat Format { get; init; }

    public const string Usage = """
        recto, a generator of reports whose numbers were measured

        usage: recto [build | serve | plan | check | confirm | schema | adopt | verify | demo | new | diff | clean] [options]

          build            train what is not yet trained and write site/ (the default)
          serve            show the report in the browser as it is written; trains when asked to
          plan             say what a build would do, why, and how long it would take
          check            say all that is wrong with the report, without training or writing
          confirm [CHAPTER[#SECTION] …]
                           the translations say what their originals do; content/translations.yml
                           remembers it, and check tells when an original changes
          schema           write JSON schemas and a check task for editors into .vscode/
          adopt [RUN …]    keep results over a change of code that changes no bit of them
          verify [RUN …]   train again beside what is published, and compare
          demo             train everything briefly on drawn digits and write out/demo/
          new report DIR [--title T] [--languages zh,en] [--data strokes|mnist|fashion-mnist] [--pages]
          new chapter NAME [--title T]         new experiment NAME [--in CHAPTER]
                           begin one: files that build at once, to be changed
          diff REVISION    say in Markdown what changed since a git revision's site
          clean            remove .cache/ and out/

          --fresh          train everything again
          --no-train       publish with the results that are known
          --only RUN[,RUN] train only these runs, and those they start from
          --max-minutes N  begin no training that is expected to take longer
          --json           the plan as JSON
          --format FORMAT  tell mistakes as text, json (check alone) or github (annotations)
          --jobs N         train at most N runs side by side (default: as many as processors)
          --time-limit M   end a run that takes more than M minutes (default: ten times what it
                           took before and at least 30; 12 hours if it was never made)
          --fail-fast      the first run that fails ends the build, and nothing is published
          --strict         publish nothing while a run's result is missing or an earlier one;
                           a missing or stale translation is an error
          --no-pdf         leave the PDFs as they are
          --commit ID      say on each page of which commit it was made, as the deployment does
          --port N         serve on this port (default: any that is free)
          --root DIR       the report's folder, which holds content/
          --version, --help
        """;

    /// <summary>As long as a timer can wait.</summary>
    private const double MostMinutes = 60_000;

    private static readonly string[] Verbs =
    [
        "build",
        "serve",
        "plan",
        "check",
        "confirm",
        "schema",
        "adopt",
        "verify",
        "demo",
        "new",
        "diff",
        "clean",
    ];
    private static readonly string[] Options =
    [
        "--fresh",
        "--no-train",
        "--only",
        "--max-minutes",
        "--json",
        "--format",
        "--jobs",
        "--time-limit",
        "--fail-fast",
        "--strict",
        "--no-pdf",
        "--commit",
        "--port",
        "--root",
        "--version",
        "--help",
    ];

    /// <exception cref="ReportException">No such verb or option, or no right value.</exception>
    public static Arguments Read(IReadOnlyList<string> args)
    {
        var read = new Arguments(Verb.Build, null, false, Environment.ProcessorCount, false);
        var rest = new Queue<string>(args);
        if (rest.TryPeek(out var first) && !first.StartsWith('-'))
        {
            read = read with { Verb = VerbOf(rest.Dequeue()) };
        }

        if (read.Verb == Verb.New)
        {
            return rest.Any(word => word is "--help" or "-h")
                ? read with
                {
                    Verb = Verb.Help,
                }
                : read with
                {
                    New = NewArguments.Read(rest),
                };
        }

        while (rest.TryDequeue(out var option))
        {
            read = option switch
            {
                "--fresh" => read with { Fresh = true },
                "--no-train" => read with { NoTrain = true },
                "--only" => read with { Only = ValueOf(option, rest) },
                "--max-minutes" => read with { MaxMinutes = Count(option, ValueOf(option, rest)) },
                "--json" => read with { Json = true },
                "--format" => read with { Format = FormatOf(read.Verb, ValueOf(option, rest)) },
                "--jobs" => read with { Jobs = Count(option, ValueOf(option, rest)) },
                "--time-limit" => read with { TimeLimit = Minutes(option, ValueOf(option, rest)) },
                "--fail-fast" => read with { FailFast = true },
                "--strict" => read with { Strict = true },
                "--no-pdf" => read with { NoPdf = true },
                "--commit" => read with { Commit = ValueOf(option, rest) },
                "--port" => read with { Port = PortOf(option, ValueOf(option, rest)) },
                "--root" => read with { Root = ValueOf(option, rest) },
                "--help" or "-h" => read with { Verb = Verb.Help },
                "--version" => read with { Verb = Verb.Version },
                _ when read is { Verb: Verb.Diff, Revision: null } && !option.StartsWith('-') => read with
                {
                    Revision = option,
                },
                _ when TakesNames(read.Verb) && !option.StartsWith('-') => read with
                {
                    Only = Joined(read.Only, option),
                },
                _ => throw Wrong($"unknown option '{option}'{Suggest.Among(option, Options)}"),
            };
        }

        return read;
    }

    private static Verb VerbOf(string word) =>
        Verbs.Contains(word)
            ? Enum.Parse<Verb>(word, ignoreCase: true)
            : throw Wrong($"unknown verb '{word}'{Suggest.Among(word, Verbs)}");

    private static DiagnosticFormat FormatOf(Verb verb, string word)
    {
        string[] known = verb == Verb.Check ? ["text", "json", "github"] : ["text", "github"];
        return known.Contains(word)
            ? Enum.Parse<DiagnosticFormat>(word, ignoreCase: true)
            : throw Wrong($"--format cannot be '{word}'{Suggest.Among(word, known)}");
    }

    private static bool TakesNames(Verb verb) => verb is Verb.Adopt or Verb.Verify or Verb.Confirm;

    private static string Joined(string? runs, string run) => runs is null ? run : $"{runs},{run}";

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw Wrong($"{option} needs a value");

    private static int Count(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw Wrong($"{option} needs a whole number from 1, not '{value}'");

    private static int PortOf(string option, string value) =>
        Count(option, value) is <= IPEndPoint.MaxPort and var port
            ? port
            : throw Wrong($"{option} needs a number to {IPEndPoint.MaxPort}, not '{value}'");

    private static TimeSpan Minutes(string option, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes)
        && minutes is > 0 and <= MostMinutes
            ? TimeSpan.FromMinutes(minutes)
            : throw Wrong($"{option} needs a number of minutes above 0, not '{value}'");

    internal static ReportException Wrong(string message) =>
        new(ExitCode.AuthorMistake, $"{message}\n`recto --help` lists verbs and options");
}
