using System.Text.Json;
using Recto.Experiments.Contract;
using Recto.Pages;

namespace Recto.Pipeline;

/// <summary>What a published site says of itself, as far as editions are compared.</summary>
/// <param name="Files">Path below the site → SHA-256.</param>
/// <param name="Runs">Run → metric → value.</param>
/// <param name="Claims">Claim → verdict; null for a site that was published before verdicts were recorded.</param>
/// <param name="Figures">Figure and language → digest; null likewise.</param>
public sealed record SiteEdition(
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Runs,
    IReadOnlyDictionary<string, string>? Claims,
    IReadOnlyDictionary<string, string>? Figures
)
{
    /// <param name="read">Path below the site → bytes, or null where there is no such file.</param>
    /// <returns>Null where there is no site.</returns>
    public static SiteEdition? Read(Func<string, byte[]?> read)
    {
        if (read(Manifest.Name) is not { } manifest)
        {
            return null;
        }

        var files = Manifest.Parse(manifest).Files;
        var records = files
            .Keys.Where(IsRecord)
            .ToDictionary(
                path => path.Split('/')[1],
                IReadOnlyDictionary<string, double> (path) => Metrics(read(path))
            );
        var report = read(ReportJson.Name);
        return new SiteEdition(files, records, Map(report, "claims"), Map(report, "figures"));
    }

    private static bool IsRecord(string path) => path.Split('/') is ["data", _, "run.json"];

    /// <summary>Of another schema perhaps, hence no <see cref="RunRecord"/>.</summary>
    private static Dictionary<string, double> Metrics(byte[]? record)
    {
        try
        {
            using var json = JsonDocument.Parse(record ?? "{}"u8.ToArray());
            return json.RootElement.TryGetProperty("metrics", out var metrics)
                ? metrics.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetDouble())
                : new Dictionary<string, double>();
        }
        catch (JsonException)
        {
            return new Dictionary<string, double>();
        }
    }

    private static Dictionary<string, string>? Map(byte[]? report, string name)
    {
        if (report is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(report);
        return json
            .RootElement.GetProperty(name)
            .EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }
}
