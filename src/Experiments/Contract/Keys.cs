using System.Security.Cryptography;
using System.Text;

namespace Recto.Experiments.Contract;

/// <summary>A run's identity (<c>design.md</c> §3): the same on every machine, blind to paths and clocks.</summary>
public static class Keys
{
    public static RunKeys Of(ExperimentSpec spec, KeyInputs inputs)
    {
        var train = Digest(
            ContractJson.Canonical(spec with { Probes = [], After = null, Against = null, Metrics = null }),
            inputs.Library,
            Lines(inputs.TrainCode),
            inputs.Parent ?? ""
        );
        string[] against = inputs.Against is null ? [] : [inputs.Against];
        string[] own = spec.Metrics is { } metrics ? [string.Join('\n', metrics)] : [];
        var evaluation = Digest([
            train,
            string.Join('\n', spec.Probes),
            Lines(inputs.EvaluationCode),
            .. against,
            .. own,
        ]);
        return new RunKeys(train, evaluation);
    }

    /// <summary>SHA-256 of UTF-8 text in lower-case hex.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Digest of several texts, each with its length before it, so that no two lists run together.</summary>
    public static string Digest(params IEnumerable<string> parts) =>
        Digest(string.Concat(parts.Select(p => $"{p.Length}:{p}\n")));

    private static string Lines(IReadOnlyDictionary<string, string> files) =>
        string.Concat(files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value}\n"));
}
