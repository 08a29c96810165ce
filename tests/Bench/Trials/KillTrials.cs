using System.Diagnostics;
using System.Text;

namespace Recto.Trials;

/// <param name="Target">Who was killed, and how.</param>
/// <param name="Phase">What the build was about.</param>
/// <param name="Troubles">What is not as it must be.</param>
public sealed record KillOutcome(string Target, string Phase, IReadOnlyList<string> Troubles);

/// <summary>Kills builds at random moments and sees what they left.</summary>
public sealed class KillTrials(TrialReport report, Random random, IReadOnlyList<string> options)
{
    private static readonly string[] Targets = ["generator KILL", "generator INT", "worker KILL", "both KILL"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string[] editions = ["", ""];
    private readonly HashSet<string>[] folders =
    [
        [],
        [],
    ];
    private TimeSpan whole;
    private int at = 1;

    /// <summary>Makes both editions undisturbed, to know what they are and how long one takes.</summary>
    public async Task PrepareAsync()
    {
        foreach (var edition in (int[])[0, 1])
        {
            var before = report.Kept();
            report.Write(edition);
            var watch = Stopwatch.StartNew();
            var (exit, _, errors) = await report.BuildAsync(options);
            whole = watch.Elapsed;
            if (exit != 0)
            {
                throw new InvalidOperationException($"an undisturbed build ended with {exit}: {errors}");
            }

            editions[edition] = report.Edition();
            folders[edition] = [.. report.Kept().Keys.Except(before.Keys).Where(IsOfEdition)];
        }
    }

    private static bool IsOfEdition(string folder) =>
        TrialReport.Varied.Any(run =>
            File.ReadAllText(Path.Combine(folder, "run.json")).Contains($"\"run\": \"{run}\"", StringComparison.Ordinal)
        );

    /// <summary>Towards the other edition with some kills on the way, then undisturbed.</summary>
    public async Task<IReadOnlyList<KillOutcome>> RunAsync(int kills)
    {
        var to = 1 - at;
        report.Write(to);
        foreach (var folder in folders[to].Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        var outcomes = new List<KillOutcome>();
        for (var i = 0; i < kills; i++)
        {
            outcomes.Add(await KillAsync(to));
        }

        var kept = report.Kept();
        var (exit, _, errors) = await report.BuildAsync(options);
        List<string> troubles =
        [
            .. exit == 0 && errors.Length == 0 ? [] : new[] { $"the next build ended with {exit}: {errors}" },
            .. report.Troubles().Select(f => $"after the next build: {f}"),
            .. report.Edition() == editions[to] ? [] : new[] { "the next build made another edition" },
            .. kept.Except(report.Kept()).Select(f => $"trained again: {f.Key}"),
            .. report.Leftovers().Select(f => $"left over: {f}"),
        ];
        at = to;
        outcomes[^1] = outcomes[^1] with { Troubles = [.. outcomes[^1].Troubles, .. troubles] };
        return outcomes;
    }

    private async Task<KillOutcome> KillAsync(int to)
    {
        var target = Targets[random.Next(Targets.Length)];
        var before = report.Edition();
        using var build = report.Start(options);
        var said = new StringBuilder();
        var reading = ReadAsync(build.StandardOutput, said);
        var errors = build.StandardError.ReadToEndAsync();
        await Task.Delay(whole * random.NextDouble());
        var workers = Processes.WorkersOf(build.Id);
        var (phase, isOver) = (Phase(said), build.HasExited);
        if (target.StartsWith("worker", StringComparison.Ordinal) && workers.Count == 0)
        {
            target = "generator KILL";
        }

        if (!target.StartsWith("generator", StringComparison.Ordinal) && workers.Count > 0)
        {
            Processes.Send("KILL", workers[random.Next(workers.Count)]);
        }

        if (!target.StartsWith("worker", StringComparison.Ordinal) && !isOver)
        {
            Processes.Send(target.Split(' ')[1], build.Id);
        }

        await Task.WhenAll(build.WaitForExitAsync().WaitAsync(Patience), reading, errors);
        var survivors = await Processes.SurvivorsAsync(workers, TimeSpan.FromSeconds(5));
        List<string> troubles =
        [
            .. survivors.Select(id => $"the worker {id} lives on"),
            .. report.Troubles().Select(f => $"after the kill: {f}"),
            // A run whose worker was killed is missing from the edition, which says so.
            .. !target.StartsWith("generator", StringComparison.Ordinal)
            || report.Edition() is var edition && (edition == before || edition == editions[to])
                ? []
                : new[] { "neither the earlier edition nor the later one" },
            .. build.ExitCode is 0 or 3 or 130 or 137 ? [] : new[] { $"exit code {build.ExitCode}: {await errors}" },
        ];
        return new KillOutcome(target, isOver ? "after the end" : phase, troubles);
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder said)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }
    }

    private static string Phase(StringBuilder said)
    {
        lock (said)
        {
            var text = said.ToString();
            var (begun, ended) = (text.Split(": starts").Length - 1, text.Split(": done").Length - 1);
            return text.Contains("files", StringComparison.Ordinal) ? "after publishing"
                : !text.Contains("to train", StringComparison.Ordinal) ? "reading"
                : begun == 0 || ended < 2 ? "training"
                : "drawing and publishing";
        }
    }
}
