using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pipeline.Serving;

/// <summary><c>recto serve</c>: the report in the browser, as it is written.</summary>
internal static class ServeCommand
{
    /// <summary>Until Ctrl-C, which is how it ends well. Nothing is published.</summary>
    public static async Task<ExitCode> RunAsync(
        Workspace workspace,
        BuildOptions options,
        int? port,
        Func<Workspace, RunDisplay, RunDoors> doors,
        CancellationToken cancel
    )
    {
        using var server = PreviewServer.Start(port);
        var viewers = new Viewers();
        using var preview = new Preview(workspace, options, doors, viewers);
        using var pdf = new PreviewPdf(workspace);
        var training = new PreviewTraining(workspace, options, doors, viewers.Tell);
        await Console.Out.WriteLineAsync($"{server.Address} shows the report as you write it; Ctrl-C ends it");
        var answers = new PreviewAnswers(preview, training, pdf, viewers, cancel);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await await Task.WhenAny(
                preview.FollowAsync(ended.Token), // Answers nobody until there is a first edition.
                server.ServeAsync(answers.AnswerAsync, ended.Token)
            );
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await training.EndedAsync();
            await pdf.EndedAsync();
        }

        return ExitCode.Done;
    }
}
