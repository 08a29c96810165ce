using System.Diagnostics;

namespace Recto.Experiments;

/// <summary>The process that gave us our order and holds our standard input open for as long as it lives.</summary>
public static class Generator
{
    /// <summary>Training for nobody would go on for minutes; even a killed generator closes its end.</summary>
    public static void EndWithIt() => new Thread(Watch) { IsBackground = true }.Start();

    private static void Watch()
    {
        while (Console.In.Read() >= 0) { }
        // Not Exit: native code that is running must not be waited for.
        Process.GetCurrentProcess().Kill();
    }
}
