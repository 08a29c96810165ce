using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Recto.Experiments.Contract;
using Recto.Experiments.Training;
using TorchSharp;

namespace Recto.Experiments;

/// <summary>Where a run was made: read from the system, and kept out of every digest.</summary>
public static class Machine
{
    public static RunEnvironment Describe(double trainSeconds, double totalSeconds) =>
        new()
        {
            Cpu = Cpu(),
            Os = RuntimeInformation.OSDescription,
            Runtime = RuntimeInformation.FrameworkDescription,
            TorchSharp =
                typeof(torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
                ?? "unknown",
            Pins = Determinism.Pins.ToDictionary(p => p.Key, p => Environment.GetEnvironmentVariable(p.Key) ?? "unset"),
            InstructionSets = [.. InstructionSets()],
            Threads = torch.get_num_threads(),
            TrainSeconds = trainSeconds,
            TotalSeconds = totalSeconds,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
        };

    private static string Cpu()
    {
        const string Label = "model name";
        var line = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(Label, StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static IEnumerable<string> InstructionSets()
    {
        if (Avx2.IsSupported)
            yield return "avx2";
        if (Avx512F.IsSupported)
            yield return "avx512f";
        if (Fma.IsSupported)
            yield return "fma";
        if (AdvSimd.IsSupported)
            yield return "neon";
    }
}
