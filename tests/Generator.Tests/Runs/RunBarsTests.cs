using Recto.Experiments.Contract;
using Recto.Runs;
using Spectre.Console;
using Xunit;

namespace Recto.Tests.Runs;

public static class RunBarsTests
{
    /// <param name="height">Of the terminal; some do not tell theirs.</param>
    [Theory]
    [InlineData(24)]
    [InlineData(0)]
    public static async Task A_worker_s_line_shows_its_run_and_passes_to_the_next_below_them_stands_the_whole(
        int height
    )
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new Screen(screen, height),
            }
        );
        await RunBars.ShowAsync(
            console,
            [new Job("ae[1]", [], 40), new Job("pca", [], 40)],
            1,
            hear =>
            {
                hear("ae[1]", new WorkProgress { Event = WorkEvent.Done });
                hear("pca", Step(0.5));
                return Task.CompletedTask;
            }
        );
        var frame = screen.ToString();
        Assert.Contains("pca  epoch 3/10, loss 0.06850, 0:00:30 left", frame, StringComparison.Ordinal);
        Assert.Contains("1 of 2 runs, 0:00:31 left", frame, StringComparison.Ordinal);
        Assert.Contains("25%", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("ae[1]  done", frame, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_whole_goes_by_what_is_expected_and_then_by_what_is_seen()
    {
        var whole = new WholeProgress([new Job("a", [], 100), new Job("b", [], 50), new Job("c", [], 10)], 2);
        Assert.Equal((0, 3, 0.0, 100), (whole.Ended, whole.Count, whole.Part, whole.Left.TotalSeconds));

        whole.Hear("c", new WorkProgress { Event = WorkEvent.Done });
        Assert.Equal((1, 10.0 / 160, 100), (whole.Ended, whole.Part, whole.Left.TotalSeconds));

        // A quarter of it took ten seconds, so forty were expected.
        whole.Hear("a", Step(0.5));
        Assert.Equal(50, whole.Left.TotalSeconds);
    }

    private sealed record Screen(TextWriter Writer, int Height) : IAnsiConsoleOutput
    {
        public bool IsTerminal => true;

        public int Width => Height == 0 ? 0 : 120;

        public void SetEncoding(System.Text.Encoding encoding) { }
    }

    private static WorkProgress Step(double part) =>
        new()
        {
            Event = WorkEvent.Step,
            Epoch = 3,
            Epochs = 10,
            Part = part,
            Loss = 0.0685,
            Seconds = 10,
        };
}
