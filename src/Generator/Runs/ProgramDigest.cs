using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>Digest of Recto itself: its code, the versions of its libraries and the runtime it runs on.</summary>
public static class ProgramDigest
{
    private static readonly Lazy<string> Value = new(() =>
        Keys.Digest([Environment.Version.ToString(), .. Files().Where(File.Exists).Select(FileDigests.OfFile)])
    );

    public static string Of() => Value.Value;

    private static IEnumerable<string> Files() =>
        [
            Path.Combine(AppContext.BaseDirectory, "recto.dll"),
            Path.Combine(AppContext.BaseDirectory, "recto.deps.json"),
            typeof(Keys).Assembly.Location,
        ];
}
