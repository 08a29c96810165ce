using CsCheck;
using Recto.Figures;
using Xunit;

namespace Recto.Tests.Figures;

public static class TicksTests
{
    [Theory]
    [InlineData(0, 100, 6, "0 20 40 60 80 100")]
    [InlineData(0, 20, 6, "0 5 10 15 20")]
    [InlineData(-0.67, 0.65, 8, "−0.6 −0.4 −0.2 0.0 0.2 0.4 0.6")]
    [InlineData(-0.1, 4.9, 8, "0 1 2 3 4")]
    public static void Ticks_inside_a_range_are_round(double low, double high, int most, string expected) =>
        Assert.Equal(expected, Labels(Ticks.Inside(low, high, most)));

    [Theory]
    [InlineData(0.0558, 0.0734, 6, "0.055 0.060 0.065 0.070 0.075")]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(36.7, 183, 6, "0 50 100 150 200")]
    public static void Ticks_around_a_range_enclose_it(double low, double high, int most, string expected) =>
        Assert.Equal(expected, Labels(Ticks.Around(low, high, most)));

    [Fact]
    public static void Any_range_gets_a_few_ticks_that_enclose_it() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-3, 1e6])
            .Sample(
                (low, width) =>
                {
                    var ticks = Ticks.Around(low, low + width, 6);
                    Assert.InRange(ticks.Values.Count, 2, 6);
                    Assert.True(ticks.First <= low + 1e-6 * width && ticks.Last >= low + (1 - 1e-6) * width);
                }
            );

    private static string Labels(Ticks ticks) => string.Join(' ', ticks.Values.Select(ticks.Label));
}
