using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests;

public static class KeysTests
{
    [Fact]
    public static void A_digest_of_parts_does_not_run_together() =>
        Assert.NotEqual(Keys.Digest(["ab", "c"]), Keys.Digest(["a", "bc"]));
}
