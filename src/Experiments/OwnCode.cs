using System.Reflection;
using System.Runtime.Loader;
using Recto.Experiments.Contract;

namespace Recto.Experiments;

/// <summary>C# that a report brings along, compiled by the generator: an assembly a class, as <c>own.Metrics.MeanEdge</c>.</summary>
internal static class OwnCode
{
    private static readonly List<Assembly> Assemblies = [];

    /// <param name="paths">Absolute.</param>
    public static void Load(IEnumerable<string> paths) =>
        Assemblies.AddRange(paths.Select(AssemblyLoadContext.Default.LoadFromAssemblyPath));

    /// <summary>The public static method of the class, whatever it takes; absent where there is none.</summary>
    /// <param name="folder">For instance <c>Metrics</c>.</param>
    /// <param name="name">As chapters write it: <c>mean_edge</c>.</param>
    public static MethodInfo? Find(string folder, string name, string method) =>
        Assemblies
            .FirstOrDefault(a => a.GetName().Name!.Split('.') is [_, var f, var n] && f == folder && Is(n, name))
            ?.GetTypes()
            .FirstOrDefault(t => Is(t.Name, name))
            ?.GetMethod(method, BindingFlags.Public | BindingFlags.Static);

    private static bool Is(string type, string name) => OwnNames.Written(type) == name;
}
