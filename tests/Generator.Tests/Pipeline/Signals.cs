using System.Diagnostics;
using System.Globalization;

namespace Recto.Tests.Pipeline;

internal static class Signals
{
    private const ulong InterruptBit = 1 << 1;

    /// <summary>As Ctrl-C does; by SIGTERM where SIGINT is ignored, as by what a shell started in the background.</summary>
    public static void Interrupt(Process process)
    {
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        Process.Start("kill", [IsIgnored(id) ? "-TERM" : "-INT", id]).Dispose();
    }

    private static bool IsIgnored(string id)
    {
        const string Ignored = "SigIgn:";
        var status = $"/proc/{id}/status";
        return File.Exists(status)
            && File.ReadLines(status).First(l => l.StartsWith(Ignored, StringComparison.Ordinal)) is var line
            && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) & InterruptBit) != 0;
    }
}
