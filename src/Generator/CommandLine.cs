using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Pipeline;
using Recto.Runs;

namespace Recto;

/// <summary>From words on the command line to an exit code; whatever goes wrong is said on standard error.</summary>
public static class CommandLine
{
    /// <param name="doors">What training needs of the outside world.</param>
    public static async Task<ExitCode> RunAsync(string[] args, Func<Workspace, RunDisplay, RunDoors> doors)
    {
        Arguments arguments;
        try
        {
            arguments = Arguments.Read(args);
        }
        catch (ReportException e)
        {
            return Said(e.Exit, e.Sentence);
        }

        var bag = new DiagnosticBag();
        var exit = await RunAsync(arguments, doors, bag);
        await TellAsync(bag.Sorted(), arguments, exit);
        return exit;
    }

    /// <summary>What is wrong is what <c>check</c> is asked for; other verbs have something else to print.</summary>
    private static async Task TellAsync(IReadOnlyList<Diagnostic> found, Arguments arguments, ExitCode exit)
    {
        var isCheck = arguments.Verb == Verb.Check;
        var output = isCheck ? Console.Out : Console.Error;
        foreach (var line in DiagnosticWords.Of(found, arguments.Format))
        {
            await output.WriteLineAsync(line);
        }

        if (arguments.Format != DiagnosticFormat.Text)
        {
            return;
        }

        if (found.Count > 0 && (isCheck || exit == ExitCode.AuthorMistake))
        {
            await output.WriteLineAsync($"(what a code means: {DiagnosticWords.HelpOf(found[0].Code)})");
        }

        if (isCheck && (exit == ExitCode.Done || found.Count > 0))
        {
            await output.WriteLineAsync($"check: {DiagnosticWords.Sum(found)}");
        }
    }

    private static async Task<ExitCode> RunAsync(
        Arguments arguments,
        Func<Workspace, RunDisplay, RunDoors> doors,
        DiagnosticBag bag
    )
    {
        using var interrupt = new Interrupt();
        using var limit = DiskSpace.HearLimit();
        try
        {
            return await Commands.RunAsync(arguments, doors, bag, interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (ReportException e)
        {
            return Said(e.Exit, e.Sentence);
        }
        catch (Exception e) when (DiskSpace.IsMissing(e))
        {
            const string Kept = "there is no space left on the disk; what was finished is kept, the site is as it was";
            return Said(ExitCode.SomethingMissing, $"{Kept}\n{e.Message}");
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return Said(ExitCode.SomethingMissing, e.Message); // Links that lead in a circle, disks that fail.
        }
        catch (UnauthorizedAccessException e)
        {
            return Said(ExitCode.SomethingMissing, e.Message);
        }
        catch (Exception e) when (!interrupt.Token.IsCancellationRequested)
        {
            return Said(ExitCode.OurBug, $"this is a bug of Recto's, not of your report\n{e}");
        }
    }

    private static ExitCode Said(ExitCode exit, string? message)
    {
        if (message is not null)
        {
            Console.Error.WriteLine($"recto: {message}");
        }

        return exit;
    }
}
