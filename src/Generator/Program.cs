using System.Text;
using Recto.Diagnostics;
using Recto.Pipeline;

if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Encoding.UTF8; // Chinese titles and paths, whatever the system's code page.
}

var bag = new DiagnosticBag();
var exit = await RunAsync(args, bag);
foreach (var diagnostic in bag.Sorted())
{
    await Console.Error.WriteLineAsync(diagnostic.ToString());
}

return (int)exit;

static async Task<ExitCode> RunAsync(string[] args, DiagnosticBag bag)
{
    using var interrupt = new Interrupt();
    try
    {
        return await Commands.RunAsync(Arguments.Read(args), bag, interrupt.Token);
    }
    catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
    {
        return ExitCode.Interrupted;
    }
    catch (ReportException e)
    {
        return Said(e.Exit, e.Sentence);
    }
    catch (IOException e) when (DiskSpace.IsMissing(e))
    {
        return Said(ExitCode.SomethingMissing, $"there is no space left on the disk: {e.Message}");
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

static ExitCode Said(ExitCode exit, string? message)
{
    if (message is not null)
    {
        Console.Error.WriteLine($"recto: {message}");
    }

    return exit;
}
