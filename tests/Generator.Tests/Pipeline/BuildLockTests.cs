using Recto.Pipeline;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

public static class BuildLockTests
{
    [Fact]
    public static async Task The_second_build_says_whom_it_waits_for_and_then_goes_on()
    {
        using var scratch = new Scratch();
        var cancel = TestContext.Current.CancellationToken;
        var said = new List<string>();
        var first = await BuildLock.TakeAsync(scratch.Workspace, said.Add, cancel);
        Assert.Empty(said);

        var second = BuildLock.TakeAsync(scratch.Workspace, said.Add, cancel);
        Assert.Equal([$"waiting for another build of this report (process {Environment.ProcessId}) …"], said);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second).Dispose();
    }
}
