using System.Collections.Concurrent;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;

namespace Recto.Runs;

/// <summary>What became of a run that was to be adopted.</summary>
/// <param name="Sentence">Continues "ae_tanh: …".</param>
/// <param name="IsDifferent">The changed code gives other bits.</param>
public sealed record Adopted(string Id, string Sentence, bool IsDifferent = false);

/// <summary>
/// After a change of code that changes no result: rehearses each run again, evaluates its weights again where they were
/// published, and where every bit agrees keeps the result under its new keys.
/// </summary>
public sealed class Adoption
{
    private readonly RunStore store;
    private readonly ScratchWork scratch;
    private readonly ConcurrentDictionary<string, Run> runs;
    private readonly Action<string, WorkProgress> hear;

    private Adoption(
        RunStore store,
        ScratchWork scratch,
        ConcurrentDictionary<string, Run> runs,
        Action<string, WorkProgress> hear
    ) => (this.store, this.scratch, this.runs, this.hear) = (store, scratch, runs, hear);

    /// <exception cref="ReportException">Data are missing, or the worker does not build.</exception>
    public static async Task<IReadOnlyList<Adopted>> RunAsync(
        Plan plan,
        RunDoors doors,
        RunOptions options,
        DiagnosticBag bag,
        CancellationToken cancel
    )
    {
        var states = Choice.Of(doors.Store.Find(plan, bag), options with { NoTrain = true });
        var chosen = states.Where(s => options.Only?.Contains(s.Id) ?? true).ToList();
        var due = chosen.Where(s => s.Result?.Record.Rehearsal?.Metrics is null).ToDictionary(s => s.Id);
        var told = new ConcurrentDictionary<string, Adopted>();
        if (due.Count > 0)
        {
            var known = states.Where(s => s.Result is not null).Select(s => KeyValuePair.Create(s.Id, s.Result!));
            var files = await Runner.DataOfAsync([.. due.Values], doors.Data, bag, cancel);
            using var scratch = doors.Store.Scratch("adopt", await doors.Worker(bag, cancel), files);
            var jobs = due.Values.Select(s => new Job(s.Id, [.. s.Planned.Needs], Effort.Of(s.Planned.Spec))).ToList();
            var adoption = new Adoption(doors.Store, scratch, new(known), (_, _) => { });
            await Schedule.RunAsync(
                jobs,
                options.Jobs,
                (job, _, stop) => OneAsync(adoption, due[job.Id], stop),
                cancel
            );
        }

        return [.. chosen.Select(s => told.GetValueOrDefault(s.Id) ?? new(s.Id, "fresh, nothing to adopt"))];

        async Task OneAsync(Adoption adoption, RunState state, CancellationToken stop)
        {
            told[state.Id] = await adoption.AdoptAsync(state, stop);
            doors.Display.Say($"{state.Id}: {told[state.Id].Sentence}");
        }
    }

    private async Task<Adopted> AdoptAsync(RunState state, CancellationToken cancel)
    {
        try
        {
            return Refusal(state) is { } why ? new(state.Id, why)
                : state.Result is { } fresh ? await RecordAsync(state, fresh, cancel)
                : await AdoptAsync(state, state.Last!, cancel);
        }
        catch (RunDamagedException e)
        {
            return new(state.Id, $"not adopted: the worker {e.Message}", IsDifferent: true);
        }
    }

    /// <summary>Why there is nothing to compare with; null where there is.</summary>
    private string? Refusal(RunState state)
    {
        if (state.Planned.Needs.FirstOrDefault(id => !runs.ContainsKey(id)) is { } missing)
        {
            return $"not adopted: it needs the run '{missing}', which is not fresh";
        }

        if (state.Result is not null)
        {
            return null;
        }

        if (state.Last is not { } last)
        {
            return "missing: there is no result to adopt";
        }

        var others = KeyChanges.Between(last.Record, state).Where(c => !IsCode(c, last.Record, state)).ToList();
        return others.Count > 0 ? $"not adopted, it is stale by more than code: {string.Join(", ", others)}"
            : last.Record.Rehearsal?.Metrics is null ? "not adopted: no rehearsal was recorded before the code changed"
            : !last.IsWhole && state.Planned.Spec.Against is not null
                ? "not adopted: it was published without the weights whose codes are compared"
            : null;
    }

    /// <summary>A file, or another run that is the same but for the code.</summary>
    private bool IsCode(KeyChange change, RunRecord last, RunState state) =>
        change.Kind is KeyPart.Code
        || (
            change.Kind is KeyPart.Run
            && IsSame(state.Planned.Spec.After, last.Inputs.Parent)
            && IsSame(state.Planned.Spec.Against, last.Inputs.Against)
        );

    private bool IsSame(string? run, string? oldKey) =>
        run is null
            ? oldKey is null
            : runs[run].Record is { } record
                && (record.Keys.Train == oldKey || (record.Adopted ?? []).Any(k => k.Train == oldKey));

    /// <summary>A fact about the code that made the result, so it can be noted as long as that code is here.</summary>
    private async Task<Adopted> RecordAsync(RunState state, Run fresh, CancellationToken cancel)
    {
        var rehearsal = await RehearseAsync(state, cancel);
        runs[state.Id] = store.Amend(fresh, fresh.Record with { Rehearsal = rehearsal });
        return new(state.Id, "fresh; its rehearsal is recorded");
    }

    private async Task<Adopted> AdoptAsync(RunState state, Run last, CancellationToken cancel)
    {
        var (old, now) = (last.Record.Rehearsal!, await RehearseAsync(state, cancel));
        if (old != (last.IsWhole ? now with { Metrics = old.Metrics } : now)) // Whole ones are evaluated themselves.
        {
            var what =
                old.Images != now.Images || old.Epochs != now.Epochs ? "it is another rehearsal than was recorded"
                : old.Weights != now.Weights ? "its weights differ"
                : old.Curves != now.Curves ? "its curves differ"
                : "its metrics differ";
            var where = $"after {now.Epochs} epochs on {now.Images} images";
            return new(state.Id, $"stale, not adopted: {what} {where}", IsDifferent: true);
        }

        if (last.IsWhole && await DifferencesAsync(state, last, cancel) is { Count: > 0 } differences)
        {
            return new(state.Id, $"stale, not adopted: {string.Join(", ", differences)}", IsDifferent: true);
        }

        var record = last.Record with
        {
            Keys = state.Keys,
            Inputs = state.Inputs,
            Spec = state.Planned.Spec,
            Adopted = [.. last.Record.Adopted ?? [], last.Record.Keys],
        };
        runs[state.Id] = store.Amend(last, record);
        var evidence = last.IsWhole ? "rehearsal and evaluation" : "its rehearsal, evaluated as well,";
        return new(state.Id, $"adopted: {evidence} gave every bit again");
    }

    private async Task<IReadOnlyList<Compared>> DifferencesAsync(RunState state, Run last, CancellationToken cancel)
    {
        var folder = await scratch.DoAsync(state, WorkKind.Evaluate, last.Folder, runs, hear, cancel);
        var again = RunFolder.ReadNew(folder).Record;
        return [.. Comparison.Of(last.Record, again).Where(c => c.Agreement is not Agreement.BitEqual)];
    }

    private async Task<RehearsalRecord> RehearseAsync(RunState state, CancellationToken cancel)
    {
        var folder = await scratch.DoAsync(state, WorkKind.Rehearse, null, runs, hear, cancel);
        var file = Path.Combine(folder, RehearsalRecord.File);
        return ContractJson.Read<RehearsalRecord>(await File.ReadAllTextAsync(file, cancel));
    }
}
