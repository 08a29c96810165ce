using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Contract;

/// <summary>A rehearsal is short, and leaves nothing out.</summary>
public static class RehearsalTests
{
    [Theory]
    [InlineData(100, 3)]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    public static void It_goes_over_two_epoch_ends_where_the_run_does(int epochs, int expected) =>
        Assert.Equal(expected, Rehearsal.Of(Specs.Strokes with { Epochs = epochs }).Epochs);

    [Fact]
    public static void Every_step_of_a_schedule_and_every_stage_is_in_it()
    {
        var spec = Specs.Strokes with
        {
            Epochs = 100,
            Greedy = new GreedySpec(20, null),
            Optimizer = Specs.Strokes.Optimizer! with
            {
                Schedule = [new(10, 0.1), new(20, 0.2), new(30, 0.3), new(40, 0.4)],
            },
        };
        var rehearsal = Rehearsal.Of(spec);
        Assert.Equal((5, 5), (rehearsal.Epochs, rehearsal.Greedy!.Epochs));
        Assert.Equal(
            [new RateStep(2, 0.1), new RateStep(3, 0.2), new RateStep(4, 0.3), new RateStep(5, 0.4)],
            rehearsal.Optimizer!.Schedule!
        );
    }

    [Theory]
    [InlineData(60_000, 64, 3_232)] // 60,000 = 937 × 64 + 32
    [InlineData(60_000, 100, 3_200)]
    [InlineData(60_000, 0, 3_200)]
    [InlineData(1_000, 64, 1_000)]
    public static void It_takes_few_images_and_its_last_batch_is_as_small_as_the_run_s(
        int all,
        int batch,
        int expected
    ) => Assert.Equal(expected, Rehearsal.Images(all, batch));
}
