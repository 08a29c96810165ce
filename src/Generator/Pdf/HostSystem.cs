using System.Runtime.InteropServices;
using System.Text;

namespace Recto.Pdf;

/// <summary>The few questions that finding a browser asks the machine.</summary>
public sealed record HostSystem
{
    public required OSPlatform Platform { get; init; }

    /// <summary><c>ID</c> of <c>/etc/os-release</c>; empty elsewhere.</summary>
    public required string Distribution { get; init; }

    /// <summary>An environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required Func<string, bool> Exists { get; init; }

    /// <summary>A file's first bytes, as text.</summary>
    public required Func<string, string> Head { get; init; }

    public static HostSystem This { get; } =
        new()
        {
            Platform =
                OperatingSystem.IsWindows() ? OSPlatform.Windows
                : OperatingSystem.IsMacOS() ? OSPlatform.OSX
                : OSPlatform.Linux,
            Distribution = OsRelease(),
            Variable = Environment.GetEnvironmentVariable,
            Exists = File.Exists,
            Head = ReadHead,
        };

    private static string OsRelease() =>
        File.Exists("/etc/os-release")
            ? File.ReadLines("/etc/os-release")
                .Where(line => line.StartsWith("ID=", StringComparison.Ordinal))
                .Select(line => line[3..].Trim('"'))
                .FirstOrDefault("")
            : "";

    private static string ReadHead(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[4096];
        return Encoding.ASCII.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }
}
