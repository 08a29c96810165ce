using Recto.Experiments.Contract;
using Recto.Runs;
using Spectre.Console;
using Xunit;

namespace Recto.Tests.Runs;

public static class RunBarsTests
{
    [Fact]
    public static async Task A_bar_shows_its_runs_epoch_loss_and_time_left()
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(screen),
            }
        );
        console.Profile.Width = 120;
        await RunBars.ShowAsync(
            console,
            ["ae[1]"],
            hear =>
            {
                hear("ae[1]", Step(0.5));
                return Task.CompletedTask;
            }
        );
        Assert.Contains("ae[1]  epoch 3/10, loss 0.06850, 0:00:30 left", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("25%", screen.ToString(), StringComparison.Ordinal);
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
