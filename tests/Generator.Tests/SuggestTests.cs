using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests;

public static class SuggestTests
{
    [Theory]
    [InlineData("tahn", "tanh")]
    [InlineData("Relu", "relu")]
    [InlineData("sigmod", "sigmoid")]
    [InlineData("potato", null)]
    public static void The_nearest_name_is_suggested_if_it_is_near(string wrong, string? expected) =>
        Assert.Equal(expected, Suggest.Nearest(wrong, ["linear", "relu", "sigmoid", "tanh"]));
}
