using System.Runtime.InteropServices;
using TorchSharp;

namespace Recto.Experiments.Training;

/// <summary>Portable mode: the same bits on every x64 machine with AVX2 (<c>design.md</c> §5).</summary>
public static partial class Determinism
{
    public const int Threads = 1;

    /// <summary>Environment variables that choose the code paths of libtorch and its libraries as they load.</summary>
    public static IReadOnlyDictionary<string, string> Pins { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["ATEN_CPU_CAPABILITY"] = "avx2",
            ["MKL_CBWR"] = "AVX2",
            ["MKL_NUM_THREADS"] = "1",
            ["OMP_NUM_THREADS"] = "1",
            ["ONEDNN_MAX_CPU_ISA"] = "AVX2",
        };

    /// <summary>Sets the pins in this process, whether or not the one that started it did. Before libtorch loads.</summary>
    public static void Pin()
    {
        foreach (var (name, value) in Pins)
        {
            Environment.SetEnvironmentVariable(name, value);
            if (!OperatingSystem.IsWindows())
                _ = SetNative(name, value, 1); // .NET keeps its own copy of the environment; libraries read C's
        }
    }

    /// <summary>What can only be said to libtorch itself, once loaded.</summary>
    public static void Configure()
    {
        torch.set_num_threads(Threads);
        torch.set_grad_enabled(false);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetNative(string name, string value, int overwrite);
}
