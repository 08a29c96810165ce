using System.Diagnostics;
using System.Globalization;

namespace Recto.Trials;

/// <summary>Looks at processes, and ends them, as Linux lets us.</summary>
public static class Processes
{
    /// <summary>Children whose command line names them as workers.</summary>
    public static IReadOnlyList<int> WorkersOf(int parent)
    {
        try
        {
            return
            [
                .. Directory
                    .GetDirectories($"/proc/{parent}/task") // A child belongs to the thread that started it.
                    .SelectMany(task => ChildrenOf(task).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
                    .Distinct()
                    .Where(id => CommandOf(id).Contains("worker", StringComparison.Ordinal)),
            ];
        }
        catch (IOException)
        {
            return []; // It has just ended.
        }
    }

    /// <param name="signal"><c>KILL</c> or <c>INT</c>.</param>
    public static void Send(string signal, int process)
    {
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardError = true,
            }
        )!;
        kill.WaitForExit();
    }

    /// <summary>Those that are still there after a while.</summary>
    public static async Task<IReadOnlyList<int>> SurvivorsAsync(IReadOnlyList<int> processes, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < patience && processes.Any(IsAlive))
        {
            await Task.Delay(20);
        }

        return [.. processes.Where(IsAlive)];
    }

    private static bool IsAlive(int process) => CommandOf(process).Contains("worker", StringComparison.Ordinal);

    private static string ChildrenOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "children"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Empty for one that has ended.</summary>
    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
