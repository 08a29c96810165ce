using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Why a run has no result.</summary>
/// <param name="What">Continues "'ae_tanh' …".</param>
/// <param name="LastWords">The end of the worker's log.</param>
public sealed record WorkFailure(string What, string LastWords)
{
    /// <summary>No other run could be kept either.</summary>
    public bool IsDiskFull { get; init; }
}

/// <summary>The door to the training process: one process a run, so that a crash is a failure of one run only.</summary>
/// <param name="command">Program and its first arguments.</param>
public sealed class Worker(IReadOnlyList<string> command)
{
    private const int LinesKept = 12;

    /// <summary>Ctrl-C in a terminal reaches the worker as well, perhaps before us.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.3);

    /// <summary>Same instructions, same order of additions on every x64 machine with AVX2 (<c>design.md</c> §5).</summary>
    /// <remarks>The worker sets them as well, but on Windows C libraries see only what a process was started with.</remarks>
    public static IReadOnlyDictionary<string, string> Pins { get; } =
        new Dictionary<string, string>
        {
            ["ATEN_CPU_CAPABILITY"] = "avx2",
            ["MKL_CBWR"] = "AVX2",
            ["ONEDNN_MAX_CPU_ISA"] = "AVX2",
            ["OMP_NUM_THREADS"] = "1",
            ["MKL_NUM_THREADS"] = "1",
        };

    /// <summary>Fills <see cref="WorkOrder.Output"/>; a cancelled worker is ended with all its children.</summary>
    /// <param name="limit">After which it is ended.</param>
    /// <returns>Null where the worker says that it is done.</returns>
    public async Task<WorkFailure?> WorkAsync(
        WorkOrder order,
        TimeSpan limit,
        Action<WorkProgress> hear,
        CancellationToken cancel
    )
    {
        using var process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("no process");
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limit);
        await using var end = clock.Token.Register(() => process.Kill(entireProcessTree: true));
        var log = new Queue<string>();
        WorkProgress? last = null;
        try
        {
            var errors = ReadAsync(process.StandardError, Note);
            var lines = ReadAsync(process.StandardOutput, Hear);
            await SendAsync(process, order);
            await Task.WhenAll(errors, lines);
            await process.WaitForExitAsync(CancellationToken.None);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        cancel.ThrowIfCancellationRequested();
        if (process.ExitCode > 128)
        {
            await Task.Delay(Grace, cancel);
        }

        return Outcome(last, process.ExitCode, clock.IsCancellationRequested ? limit : null) is { } what
            ? new WorkFailure(what, string.Join('\n', log)) { IsDiskFull = IsDiskFull(last, process.ExitCode) }
            : null;

        void Hear(string line)
        {
            if (Parse(line) is not { } progress)
            {
                Note(line);
                return;
            }

            last = progress;
            if (progress.Event is not WorkEvent.Failed) // told by the caller, as every failure is
            {
                hear(progress);
            }
        }

        void Note(string line)
        {
            lock (log)
            {
                log.Enqueue(line);
                if (log.Count > LinesKept)
                {
                    log.Dequeue();
                }
            }
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Pins)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The input stays open: its end tells a worker that the generator is gone.</summary>
    private static async Task SendAsync(Process process, WorkOrder order)
    {
        try
        {
            await process.StandardInput.WriteAsync(ContractJson.Canonical(order) + "\n");
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It ended before it read its order; its exit code and log tell why.
        }
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            take(line);
        }
    }

    private static WorkProgress? Parse(string line)
    {
        try
        {
            return line.StartsWith('{') ? ContractJson.Read<WorkProgress>(line) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsDiskFull(WorkProgress? last, int exitCode) =>
        last?.Code == RunException.DiskFull || exitCode == 128 + DiskSpace.LimitSignal;

    /// <param name="exceeded">The limit, if it was reached.</param>
    private static string? Outcome(WorkProgress? last, int exitCode, TimeSpan? exceeded) =>
        last switch
        {
            { Event: WorkEvent.Done } when exitCode == 0 => null,
            { Event: WorkEvent.Failed } => $"failed ({last.Code}): {last.Message}",
            _ when exceeded is { } limit =>
                $"was ended{After(last)}: it took longer than {Minutes(limit)}; --time-limit MINUTES allows it more",
            _ when exitCode > 128 => $"was ended by signal {exitCode - 128}{After(last)}",
            _ => $"ended with exit code {exitCode} and no result{After(last)}",
        };

    private static string Minutes(TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.TotalMinutes:0.##} minutes");

    private static string After(WorkProgress? last) =>
        last?.Epoch is { } epoch ? $" in epoch {epoch} of {last.Epochs}" : "";
}
