using System.Runtime.InteropServices;

namespace Recto.Pipeline;

/// <summary>The system call that gives a file a second name: a copy that costs nothing, keeps its time and owes nothing to the first.</summary>
public static partial class HardLink
{
    /// <returns>False where the system or the file system cannot.</returns>
    public static bool TryMake(string file, string name)
    {
        try
        {
            return OperatingSystem.IsWindows() ? CreateHardLinkW(name, file, 0) : link(file, name) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int link(string from, string to);

    [LibraryImport("kernel32", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLinkW(string name, string file, nint security);
}
