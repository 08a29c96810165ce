using System.Globalization;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>A finished run whose weights are evaluated again.</summary>
public sealed class SavedRun(string folder)
{
    public const string Curves = "curves.csv";
    public const string Greedy = "greedy.csv";

    public RunRecord Record => ContractJson.Read<RunRecord>(Text(RunFolder.Record));

    public RunEnvironment Environment => ContractJson.Read<RunEnvironment>(Text("environment.json"));

    /// <summary>Files that training alone makes: name → bytes.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Trained =>
        new[] { SafeTensors.File, Curves, Greedy }
            .Where(name => File.Exists(Path.Combine(folder, name)))
            .Select(name => (name, Bytes(name)));

    /// <exception cref="RunException">They are not of this network.</exception>
    public void Restore(Model model) => SafeTensors.Read(Bytes(SafeTensors.File), model.Parameters);

    /// <summary>As training returned it, to the bit.</summary>
    public IReadOnlyList<EpochRecord> Curve(ExperimentSpec spec)
    {
        var parts = MetricCatalog.Parts(spec).Count;
        return
        [
            .. Text(Curves)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(',').Skip(1).Select(Number).ToList())
                .Select(row => new EpochRecord(row[..parts], row[parts..])),
        ];
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
