namespace Recto.Pipeline;

/// <summary>Tells a full disk from the other reasons why writing fails.</summary>
public static class DiskSpace
{
    private const int NoSpace = 28; // ENOSPC
    private const int TooLarge = 27; // EFBIG, a limit on the size of files
    private const int OverQuota = 122; // EDQUOT
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool IsMissing(IOException error) =>
        error.HResult is NoSpace or TooLarge or OverQuota or WindowsDiskFull;
}
