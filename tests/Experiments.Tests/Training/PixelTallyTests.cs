using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Training;

public static class PixelTallyTests
{
    [Fact]
    public static void A_used_pixel_that_no_output_lights_is_dead_and_its_error_counted()
    {
        var tally = new PixelTally(4);
        //         used, lit; used, dead; unused; used, lit once
        tally.Add([1, 1, 0, 1], [1, 0, 0, 0]);
        tally.Add([1, 1, 0, 1], [1, -1, 0, 1]);
        Assert.Equal(1.0 / 3, tally.Dead, 12);
        Assert.Equal(5.0 / 6, tally.DeadError, 12); // (1 + 4) of 1 + 4 + 1
    }

    [Fact]
    public static void Perfect_outputs_have_no_dead_error()
    {
        var tally = new PixelTally(1);
        tally.Add([1], [1]);
        Assert.Equal((0.0, 0.0), (tally.Dead, tally.DeadError));
    }
}
