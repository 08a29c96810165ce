using System.Runtime.InteropServices;

namespace Recto.Pipeline;

/// <summary>The system call that exchanges two folders of a volume, so that no reader ever finds neither.</summary>
public static partial class FolderExchange
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint Exchange = 2; // RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS

    /// <returns>False where the system or the file system cannot.</returns>
    public static bool TrySwap(string a, string b)
    {
        try
        {
            return OperatingSystem.IsLinux()
                ? renameat2(CurrentFolder, a, CurrentFolder, b, Exchange) == 0
                : OperatingSystem.IsMacOS() && renamex_np(a, b, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int renameat2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int renamex_np(string from, string to, uint flags);
}
