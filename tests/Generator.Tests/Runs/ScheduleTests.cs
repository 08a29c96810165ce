using System.Collections.Concurrent;
using CsCheck;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class ScheduleTests
{
    [Theory]
    // The longest first, and what is declared first where they are alike
    [InlineData("a:1 b:3 c:2 d:3", "b d c a")]
    // A short one that a long one waits for
    [InlineData("a:5 b:1 c:9:b", "b c a")]
    [InlineData("a:5 b:1 c:1:b d:9:c e:8:b", "b c d e a")]
    // What is not among the jobs is there already
    [InlineData("a:1:known b:2", "b a")]
    public static async Task Jobs_begin_by_the_longest_way_to_the_end(string jobs, string expected)
    {
        var begun = new ConcurrentQueue<string>();
        await Schedule.RunAsync(Jobs(jobs), 1, (job, _, _) => Begin(job), Cancel);
        Assert.Equal(expected, string.Join(' ', begun));

        Task Begin(Job job)
        {
            begun.Enqueue(job.Id);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public static void No_job_begins_before_those_it_needs_and_no_more_than_may_run_at_once() =>
        Gen.Select(Gen.Int[0, 9].Array[0, 3], Gen.Double[0, 9])
            .Array[0, 12]
            .Select(parts =>
                parts
                    .Select(
                        (p, i) =>
                            new Job($"{i}", [.. p.Item1.Where(n => n < i).Select(n => $"{n}").Distinct()], p.Item2)
                    )
                    .ToList()
            )
            .Sample(
                async jobs =>
                {
                    var ended = new ConcurrentDictionary<string, bool>();
                    var (now, most) = (0, 0);
                    await Schedule.RunAsync(jobs, 2, Work, Cancel);
                    Assert.Equal(jobs.Count, ended.Count);
                    Assert.InRange(most, Math.Min(1, jobs.Count), 2);

                    async Task Work(Job job, Func<int> beside, CancellationToken stop)
                    {
                        most = Math.Max(most, Interlocked.Increment(ref now));
                        Assert.All(job.Needs, n => Assert.True(ended.ContainsKey(n), $"{job.Id} before {n}"));
                        await Task.Yield();
                        Interlocked.Decrement(ref now);
                        Assert.True(ended.TryAdd(job.Id, true), "done twice");
                    }
                },
                iter: 200,
                threads: 1
            );

    [Fact]
    public static async Task An_exception_ends_the_others_and_is_thrown_when_they_have_ended()
    {
        var isEnded = false;
        var begun = new TaskCompletionSource();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Schedule.RunAsync(Jobs("a:2 b:1 c:1:b"), 2, Work, Cancel)
        );
        Assert.Equal(("b", true), (thrown.Message, isEnded));

        async Task Work(Job job, Func<int> beside, CancellationToken stop)
        {
            if (job.Id == "b")
            {
                await begun.Task;
                throw new InvalidOperationException("b");
            }

            Assert.Equal("a", job.Id);
            begun.SetResult();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, stop));
            await Task.Delay(50, Cancel);
            isEnded = true;
        }
    }

    [Fact]
    public static void A_job_that_is_done_alone_has_no_other_at_its_side() =>
        Gen.Select(Gen.Bool, Gen.Int[1, 9])
            .Array[1, 10]
            .Sample(
                async parts =>
                {
                    var jobs = parts.Select((p, i) => new Job($"{i}", [], p.Item2) { IsAlone = p.Item1 }).ToList();
                    var (running, gate) = (new HashSet<Job>(), new Lock());
                    var sides = new ConcurrentDictionary<Job, int>();
                    await Schedule.RunAsync(jobs, 3, Work, Cancel);
                    Assert.All(jobs.Where(j => j.IsAlone), j => Assert.Equal(0, sides[j]));
                    Assert.All(sides.Values, side => Assert.InRange(side, 0, 2));

                    async Task Work(Job job, Func<int> beside, CancellationToken stop)
                    {
                        lock (gate)
                        {
                            running.Add(job);
                            Assert.False(running.Count > 1 && running.Any(j => j.IsAlone), "not alone");
                        }

                        await Task.Delay(1, stop);
                        lock (gate)
                        {
                            running.Remove(job);
                        }

                        sides[job] = beside();
                    }
                },
                iter: 50,
                threads: 1
            );

    [Fact]
    public static async Task Each_is_told_how_many_were_done_beside_it()
    {
        var sides = new ConcurrentDictionary<string, int>();
        var both = new TaskCompletionSource();
        await Schedule.RunAsync(Jobs("a:3 b:2 c:1:a,b"), 2, Work, Cancel);
        Assert.Equal([("a", 1), ("b", 1), ("c", 0)], sides.OrderBy(s => s.Key).Select(s => (s.Key, s.Value)));

        async Task Work(Job job, Func<int> beside, CancellationToken stop)
        {
            if (job.Id == "b")
            {
                both.SetResult();
            }

            await both.Task;
            sides[job.Id] = beside();
        }
    }

    [Theory]
    [InlineData("a:5", 2, 5)]
    [InlineData("a:5 b:3 c:1", 2, 5)]
    [InlineData("a:5 b:3 c:4", 1, 12)]
    [InlineData("a:5 b:3 c:4:a", 2, 9)]
    // What is done alone waits until nothing else can go on
    [InlineData("a:5 b:3 c!:4", 2, 9)]
    [InlineData("", 2, 0)]
    public static void The_whole_takes_as_long_as_its_longest_way(string jobs, int most, double expected) =>
        Assert.Equal(expected, Schedule.Length(Jobs(jobs), most));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="text"><c>id:effort:needs</c>, one after another; <c>id!</c> is done alone.</param>
    private static List<Job> Jobs(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(job => job.Split(':'))
                .Select(parts => new Job(
                    parts[0].TrimEnd('!'),
                    [.. parts.Skip(2).SelectMany(needs => needs.Split(','))],
                    double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
                )
                {
                    IsAlone = parts[0].EndsWith('!'),
                }),
        ];
}
