using System.Diagnostics;
using System.Globalization;
using Recto.Pipeline;
using Xunit;

namespace Recto.Tests.Pipeline;

public static class InterruptTests
{
    [Fact]
    public static async Task A_signal_cancels_and_does_not_end_the_process_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var interrupt = new Interrupt();
        var cancelled = new TaskCompletionSource();
        await using var registration = interrupt.Token.Register(cancelled.SetResult);
        Process.Start("kill", ["-HUP", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]).Dispose();
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
