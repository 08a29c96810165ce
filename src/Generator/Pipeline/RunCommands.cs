using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>The verbs that are about runs alone and leave the site as it is.</summary>
public static class RunCommands
{
    /// <summary>Says what a build would do; reads only, and starts nothing.</summary>
    public static ExitCode Plan(Workspace workspace, BuildOptions options, bool isJson, DiagnosticBag bag)
    {
        var report = PlannedReport.Read(workspace, options.Demo, options.Strict, bag);
        var display = RunDisplay.OfConsole();
        var store = RunDoors.Of(workspace, display).Store;
        var states = Choice.Of(store.Find(report.Plan, bag), options.Runs);
        var forecast = Forecast.Of(report.Plan, states, options.Runs);
        if (states.All(s => s.Result is not null))
        {
            forecast = Redrawing.Of(forecast, report, workspace, bag);
        }

        IEnumerable<string> lines = isJson ? [PlanJson.Of(forecast)] : PlanWords.Of(forecast, all: true);
        lines.ToList().ForEach(display.Say);
        return ExitCode.Done;
    }

    /// <summary>Keeps results over a change of code that changes none of them.</summary>
    public static async Task<ExitCode> AdoptAsync(
        Workspace workspace,
        BuildOptions options,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var display = RunDisplay.OfConsole();
        using var held = await BuildLock.TakeAsync(workspace, display.Say, cancel);
        RunStore.Sweep(workspace);
        var report = PlannedReport.Read(workspace, demo: false, options.Strict, bag);
        var doors = RunDoors.Of(workspace, display);
        // What a run says of itself is published, so the next build has something to do.
        new LastBuild(workspace).Forget();
        var adopted = await Adoption.RunAsync(report.Plan, doors, options.Runs, bag, cancel);
        return adopted.Any(a => a.IsDifferent) ? ExitCode.VerifyDiffers : ExitCode.Done;
    }

    /// <summary>Trains again beside what is published, and compares.</summary>
    public static async Task<ExitCode> VerifyAsync(
        Workspace workspace,
        BuildOptions options,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var display = RunDisplay.OfConsole();
        using var held = await BuildLock.TakeAsync(workspace, display.Say, cancel);
        var report = PlannedReport.Read(workspace, demo: false, options.Strict, bag);
        var doors = RunDoors.Of(workspace, display);
        var verified = await Verification.RunAsync(report.Plan, doors, options.Runs, bag, cancel);
        verified.SelectMany(VerifyWords.Of).ToList().ForEach(display.Say);
        display.Say(VerifyWords.Sum(verified));
        return verified.Any(v => v.Agreement is Agreement.Different) ? ExitCode.VerifyDiffers : ExitCode.Done;
    }
}
