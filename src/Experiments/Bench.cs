using System.Diagnostics;
using System.Globalization;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>
/// <c>bench steps [--threads 1] [--where] [names]</c>: milliseconds a step, by the code that trains runs and in its portable mode. A
/// step gathers a shuffled batch of 64 from 60,000 random images, goes forward and back, and lets Adam learn.
/// </summary>
public static class Bench
{
    private const int Rows = 64;
    private const int Pixels = 784;
    private const int Images = 60_000;
    private const int Block = 25; // steps timed at once
    private const int Blocks = 12;

    /// <param name="arguments">What follows <c>bench</c>.</param>
    /// <returns>Whether the arguments were understood.</returns>
    /// <param name="print">Takes <c>name⇥threads⇥batch⇥ms_per_step</c>, and with --where each phase's share.</param>
    public static bool Run(string[] arguments, Action<string> print)
    {
        if (arguments is not ["steps", .. var rest])
            return false;
        if (rest is ["--threads", "1", .. var others]) // as PyTorch's counterpart takes it; portable mode has no other
            rest = others;
        var tellsWhere = rest is ["--where", ..];
        var names = tellsWhere ? rest[1..] : rest;
        if (!names.All(BenchSpecs.All.ContainsKey))
            return false;
        foreach (var name in names.Length > 0 ? names : [.. BenchSpecs.All.Keys])
        {
            var (milliseconds, clock) = Time(BenchSpecs.All[name]);
            print(FormattableString.Invariant($"{name}\t{Determinism.Threads}\t{Rows}\t{milliseconds:F3}"));
            if (tellsWhere)
                print(Where(clock));
        }
        return true;
    }

    /// <summary>The median over blocks, after one of warming up; then as many steps again with a clock inside.</summary>
    private static (double Milliseconds, PhaseClock Clock) Time(ExperimentSpec spec)
    {
        var model = Networks.Build(spec, Pixels);
        var values = new float[Images * Pixels];
        new RandomSource(0, "bench").Uniform(values);
        var batches = new Batches(new Samples(values, Pixels), [], noise: null, spec.Seed);
        batches.Shuffle();
        var step = new Step(spec, model.Trained, Rows, new RandomSource(spec.Seed, "sample"));
        var optimizer = new Adam(spec.Optimizer!, model.Trained.Parameters);
        var at = 0;
        RunBlock(null);
        var times = new double[Blocks];
        foreach (ref var time in times.AsSpan())
        {
            var start = Stopwatch.GetTimestamp();
            RunBlock(null);
            time = Stopwatch.GetElapsedTime(start).TotalMilliseconds / Block;
        }
        var clock = new PhaseClock();
        for (var i = 0; i < Blocks; i++)
            RunBlock(clock);
        return (times.Order().ElementAt(Blocks / 2), clock);

        void RunBlock(PhaseClock? clock)
        {
            for (var i = 0; i < Block; i++)
            {
                step.Run(batches, at, optimizer, clock);
                at = (at + Rows) % (Images - Rows);
            }
        }
    }

    private static string Where(PhaseClock clock)
    {
        var phases = Enum.GetValues<Phase>();
        var total = phases.Sum(clock.Milliseconds);
        return string.Join(
            '\t',
            phases.Select(phase =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {phase} {clock.Milliseconds(phase) / Block / Blocks:F3} ms {clock.Milliseconds(phase) / total:P1}"
                )
            )
        );
    }
}
