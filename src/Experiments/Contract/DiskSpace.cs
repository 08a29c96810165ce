using System.Runtime.InteropServices;

namespace Recto.Experiments.Contract;

/// <summary>Tells a full disk from the other reasons why writing fails.</summary>
public static class DiskSpace
{
    /// <summary>What ends a process that writes past a limit on the size of files; the same number on Linux and macOS.</summary>
    public const int LimitSignal = 25; // SIGXFSZ

    private const int NoSpace = 28; // ENOSPC
    private const int OverQuotaLinux = 122; // EDQUOT
    private const int OverQuotaMac = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool IsMissing(Exception error) =>
        error switch
        {
            IOException { HResult: NoSpace or OverQuotaLinux or OverQuotaMac or WindowsDiskFull } => true,
            // .NET gives these two no number: room reserved in advance, and EFBIG.
            IOException e => e.Message.Contains("allocation size", StringComparison.Ordinal),
            ArgumentOutOfRangeException e => e.Message.Contains("file length was too large", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>Writing past a limit then fails like writing to a full disk, and does not end the process.</summary>
    public static IDisposable? HearLimit() =>
        OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create((PosixSignal)LimitSignal, context => context.Cancel = true);
}
