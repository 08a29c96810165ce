namespace Recto.Diagnostics;

/// <summary>What <c>recto</c> answers to the shell (<c>design.md</c> §1).</summary>
public enum ExitCode
{
    Done = 0,
    OurBug = 1,
    AuthorMistake = 2,

    /// <summary>Published, but a run failed or a claim's verdict is not the expected one.</summary>
    PublishedWithFailures = 3,
    VerifyDiffers = 4,

    /// <summary>A tool, a data set or disk space is missing.</summary>
    SomethingMissing = 5,
    Interrupted = 130,
}

/// <summary>A stop that we understand; any other exception is a bug of ours.</summary>
/// <param name="exit">The shell's answer.</param>
/// <param name="message">Absent where the diagnostics say everything.</param>
public sealed class ReportException(ExitCode exit, string? message = null) : Exception(message)
{
    public ExitCode Exit { get; } = exit;

    /// <summary>For the author; null where the diagnostics say everything.</summary>
    public string? Sentence { get; } = message;
}
