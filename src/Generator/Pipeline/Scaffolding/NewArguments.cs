using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pipeline.Scaffolding;

public enum NewKind
{
    Report,
    Chapter,
    Experiment,
}

/// <summary>What <c>recto new</c> was asked for.</summary>
/// <param name="Name">A folder for a report, or the new chapter's or experiment's name.</param>
public sealed record NewArguments(NewKind Kind, string Name)
{
    /// <summary>Null for one that is made from the name.</summary>
    public string? Title { get; init; }

    /// <summary>Codes with commas between them, the primary one first.</summary>
    public string Languages { get; init; } = Language.English.Code;

    public string Data { get; init; } = "strokes";

    /// <summary>The chapter that declares the experiment; null for the only one.</summary>
    public string? In { get; init; }

    /// <summary>With a workflow that publishes the report on GitHub Pages.</summary>
    public bool Pages { get; init; }

    /// <summary>The report that gets a chapter or an experiment; null for the one Recto lies in.</summary>
    public string? Root { get; init; }

    private static readonly string[] Kinds = ["report", "chapter", "experiment"];

    private static string[] OptionsOf(NewKind kind) =>
        kind switch
        {
            NewKind.Report => ["--title", "--languages", "--data", "--pages"],
            NewKind.Chapter => ["--title", "--root"],
            _ => ["--in", "--root"],
        };

    /// <param name="words">After <c>new</c>.</param>
    /// <exception cref="ReportException">No such kind or option, or something is missing.</exception>
    public static NewArguments Read(Queue<string> words)
    {
        var kind = words.TryDequeue(out var word)
            ? KindOf(word)
            : throw Arguments.Wrong("say what is to be new: report, chapter or experiment");
        var read =
            words.TryDequeue(out var name) && !name.StartsWith('-')
                ? new NewArguments(kind, name)
                : throw Arguments.Wrong(
                    $"say what the new {Kinds[(int)kind]} is called: recto new {Kinds[(int)kind]} NAME"
                );
        while (words.TryDequeue(out var option))
        {
            read = OptionsOf(kind).Contains(option)
                ? With(read, option, words)
                : throw Arguments.Wrong(
                    $"'new {Kinds[(int)kind]}' has no option '{option}'{Suggest.Among(option, OptionsOf(kind))}"
                );
        }

        return read;
    }

    private static NewArguments With(NewArguments read, string option, Queue<string> words)
    {
        if (option == "--pages")
        {
            return read with { Pages = true };
        }

        var value = words.TryDequeue(out var word) ? word : throw Arguments.Wrong($"{option} needs a value");
        return option switch
        {
            "--title" => read with { Title = value },
            "--languages" => read with { Languages = value },
            "--data" => read with { Data = value },
            "--in" => read with { In = value },
            _ => read with { Root = value },
        };
    }

    private static NewKind KindOf(string word) =>
        Array.IndexOf(Kinds, word) is var at and >= 0
            ? (NewKind)at
            : throw Arguments.Wrong($"'new' makes no '{word}'{Suggest.Among(word, Kinds)}");
}
