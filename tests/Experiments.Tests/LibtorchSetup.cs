using System.Runtime.CompilerServices;
using Recto.Experiments;

namespace Recto.Tests;

public static class LibtorchSetup
{
    /// <summary>As the worker does it: before anything here touches TorchSharp.</summary>
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "Tests have no other beginning."
    )]
    public static void Load() => Libtorch.Load();
}
