using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Data;
using Recto.Experiments.Models;
using Recto.Experiments.Training;

namespace Recto.Experiments;

/// <summary>What a run takes from other runs' folders: weights to start from, codes to be compared with.</summary>
public static class Parents
{
    /// <summary>Weights of the run that <see cref="ExperimentSpec.After"/> names, but for a head.</summary>
    /// <exception cref="RunException">There is no such run, or it is of another model.</exception>
    public static void Start(WorkOrder order, Model model)
    {
        if (order.Spec.After is not { } name)
            return;
        var parent = Read(name, order.Parent);
        if (SpecChecks.After(order.Spec, parent) is { } problem)
            throw new RunException(problem.Code, problem.Message);
        SafeTensors.Read(Bytes(name, order.Parent, SafeTensors.File), model.Autoencoder.Parameters);
    }

    /// <summary>Codes of the test set by the run that <see cref="ExperimentSpec.Against"/> names.</summary>
    /// <exception cref="RunException">There is no such run, or its codes are of another kind.</exception>
    public static float[]? CodesToCompare(WorkOrder order, Dataset data)
    {
        if (order.Spec.Against is not { } name)
            return null;
        var other = Read(name, order.Against);
        if (SpecChecks.Against(order.Spec, other) is { } problem)
            throw new RunException(problem.Code, problem.Message);
        // Made again from its weights: it need not have recorded them
        var model = OwnModels.Build(other, data.Test.Size);
        SafeTensors.Read(Bytes(name, order.Against, SafeTensors.File), model.Parameters);
        return new Evaluator(other, model).Evaluate(data.Test, "test").Codes;
    }

    private static ExperimentSpec Read(string name, string? folder) =>
        ContractJson.Read<RunRecord>(System.Text.Encoding.UTF8.GetString(Bytes(name, folder, RunFolder.Record))).Spec;

    private static byte[] Bytes(string name, string? folder, string file)
    {
        var path = Path.Combine(folder ?? "", file);
        return folder is not null && File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new RunException("parent-missing", $"The run '{name}' is needed, and {path} is not there.");
    }
}
