using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>Gets libtorch into the process, pinned to portable mode, before anything uses TorchSharp.</summary>
public static class Libtorch
{
    private const string Bridge = "libLibTorchSharp.so";

    public static void Load()
    {
        Determinism.Pin();
        if (OperatingSystem.IsLinux())
            LoadBridge(AppContext.BaseDirectory);
        Determinism.Configure();
    }

    /// <summary>
    /// TorchSharp's native half is built against a libstdc++ that Debian 12 and Ubuntu 22.04 do not have yet. All it
    /// wants of that version is std::ios_base_library_init, a marker that nothing calls. So where it will not load,
    /// a private copy is loaded in which this one version is optional; TorchSharp then finds it in the process by name.
    /// </summary>
    private static void LoadBridge(string folder)
    {
        NativeLibrary.Load(Path.Combine(folder, "libtorch.so"));
        var original = Path.Combine(folder, Bridge);
        if (!NativeLibrary.TryLoad(original, out _))
            NativeLibrary.Load(PrivateCopy(folder, ElfVersions.Weaken(File.ReadAllBytes(original), "GLIBCXX_3.4.32")));
    }

    /// <summary>Next to the original, or in the user's cache where that folder is read-only.</summary>
    private static string PrivateCopy(string folder, byte[] library)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(library))[..16] + "." + Bridge;
        var cache = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.Create
        );
        try
        {
            return WriteOnce(folder, name, library);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return WriteOnce(Directory.CreateDirectory(Path.Combine(cache, "recto")).FullName, name, library);
        }
    }

    private static string WriteOnce(string folder, string name, byte[] library)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return path;
        var part = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllBytes(part, library);
        File.Move(part, path, overwrite: true); // whole or not at all, also with two workers starting at once
        return path;
    }
}
