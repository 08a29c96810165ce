using System.Runtime.InteropServices;
using System.Text;
using Recto.Experiments.Contract;

namespace Recto.Experiments;

/// <summary>Standard output, for progress alone: whatever libraries print goes to standard error.</summary>
public sealed partial class ProgressPipe
{
    private readonly int handle;

    private ProgressPipe(int handle) => this.handle = handle;

    /// <summary>Keeps a copy of the handle, and leads the usual one to standard error, for native code too.</summary>
    public static ProgressPipe Open()
    {
        Console.SetOut(Console.Error);
        if (OperatingSystem.IsWindows())
            return new ProgressPipe(1);
        var copy = Duplicate(1);
        _ = Duplicate(2, 1);
        return new ProgressPipe(copy);
    }

    /// <exception cref="OperationCanceledException">Nobody listens any more, so there is no reason to go on.</exception>
    public void Write(WorkProgress progress)
    {
        var line = Encoding.UTF8.GetBytes(ContractJson.Canonical(progress) + "\n");
        if (OperatingSystem.IsWindows())
            WriteToConsole(line);
        else
            WriteToHandle(line);
    }

    private static void WriteToConsole(byte[] line)
    {
        using var stream = Console.OpenStandardOutput();
        stream.Write(line);
    }

    // .NET's stream on standard output hides that the other end is closed
    private void WriteToHandle(ReadOnlySpan<byte> line)
    {
        while (line.Length > 0)
        {
            var written = WriteSome(handle, line, line.Length);
            if (written < 0)
                throw new OperationCanceledException("The process that started this one is gone.");
            line = line[(int)written..];
        }
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int handle);

    [LibraryImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int handle, int onto);

    [LibraryImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint WriteSome(int handle, ReadOnlySpan<byte> bytes, nint count);
}
