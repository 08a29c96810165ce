using Recto.Figures;
using Xunit;

namespace Recto.Tests.Figures;

public static class RunNamesTests
{
    [Theory]
    [InlineData("ae_tanh ae_relu", "tanh, relu")]
    [InlineData("ae dae", "ae, dae")]
    [InlineData("vae_bce vae_mse_long", "bce, mse_long")]
    [InlineData("sdae sdae_source", "sdae, sdae_source")]
    [InlineData("ae ae", "")]
    [InlineData("ae_tanh", "")]
    public static void Runs_are_named_by_what_tells_them_apart(string ids, string expected) =>
        Assert.Equal(expected, string.Join(", ", RunNames.Of(ids.Split(' ')).Values));
}
