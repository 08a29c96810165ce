using CsCheck;
using Recto.Content.Expressions;
using Xunit;

namespace Recto.Tests.Content;

public static class SpreadTests
{
    [Fact]
    public static void The_deviation_is_that_of_a_sample() =>
        Assert.Equal(1.581139, Spread.Deviation([1, 2, 3, 4, 5]), 6);

    /// <summary>From the table in NIST/SEMATECH's handbook, 1.3.6.7.2.</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(4, 2.776)]
    [InlineData(10, 2.228)]
    [InlineData(11, 2.201)]
    [InlineData(15, 2.131)]
    [InlineData(30, 2.042)]
    [InlineData(100, 1.984)]
    public static void Students_quantile_is_the_tables(int freedom, double expected) =>
        Assert.Equal(expected, Spread.Student(freedom), 3);

    /// <summary>R: t.test of these has 8 degrees of freedom and a standard error of 0.02.</summary>
    [Fact]
    public static void Welchs_limit_has_its_degrees_of_freedom_rounded_down()
    {
        double[] a = [1.00, 1.02, 1.04, 1.06, 1.08];
        double[] b = [2.00, 2.02, 2.04, 2.06, 2.08];
        Assert.Equal(2.3060 * 0.02, Spread.Welch(a, b), 6);
    }

    [Fact]
    public static void Statistics_do_not_depend_on_the_order_of_seeds() =>
        Gen.Double[-10, 10]
            .Array[2, 9]
            .Sample(values =>
            {
                double[] reversed = [.. values.Reverse()];
                Assert.Equal(Spread.Mean(values), Spread.Mean(reversed), 9);
                Assert.Equal(Spread.Deviation(values), Spread.Deviation(reversed), 9);
                Assert.True(Spread.Prediction(values) >= Spread.Deviation(values));
            });
}
