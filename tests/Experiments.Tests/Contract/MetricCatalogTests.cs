using Recto.Experiments.Contract;
using Xunit;

namespace Recto.Tests.Contract;

public static class MetricCatalogTests
{
    [Fact]
    public static void A_variational_one_has_its_loss_in_parts()
    {
        Assert.Equal(
            ["loss", "reconstruction", "kl", "test.loss", "test.reconstruction", "test.kl"],
            MetricCatalog.Curves(SourceSpecs.VaeBce)
        );
        Assert.Superset(
            new HashSet<string> { "epoch.kl", "first.reconstruction", "test.kl", "train.reconstruction" },
            MetricCatalog.Of(SourceSpecs.VaeBce).ToHashSet()
        );
    }

    [Fact]
    public static void A_classifier_has_its_accuracy() =>
        Assert.Equal(
            ["loss", "accuracy", "test.loss", "test.accuracy"],
            MetricCatalog.Curves(SourceSpecs.CaeSupervised)
        );

    [Fact]
    public static void Without_training_there_are_no_curves_and_no_epochs()
    {
        Assert.Empty(MetricCatalog.Curves(SourceSpecs.Pca));
        Assert.DoesNotContain(MetricCatalog.Of(SourceSpecs.Pca), m => m.StartsWith("epoch.", StringComparison.Ordinal));
    }

    [Fact]
    public static void A_rehearsal_keeps_every_stage()
    {
        var spec = SourceSpecs.SdaeGreedy with
        {
            Optimizer = SourceSpecs.Sdae.Optimizer! with
            {
                Schedule = [new RateStep(11, 1e-4), new RateStep(16, 1e-5)],
            },
        };
        var short3 = Rehearsal.Of(spec, 3);
        Assert.Equal((3, 3), (short3.Epochs, short3.Greedy!.Epochs));
        Assert.Equal([2, 3], short3.Optimizer!.Schedule!.Select(s => s.Epoch));
        Assert.Equal(SourceSpecs.Sae, Rehearsal.Of(SourceSpecs.Sae, 20));
    }
}
