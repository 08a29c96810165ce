using Recto.Content;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>What the repository publishes of its runs.</summary>
public static class CommittedEvidenceTests
{
    private static readonly DirectoryInfo Data = new(Path.Combine(Repository.Root, "site", "data"));

    [Fact]
    public static void All_evidence_together_stays_under_thirty_megabytes()
    {
        var bytes = Data.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        Assert.InRange(bytes, 1, 30_000_000);
    }

    [Fact]
    public static void Further_seeds_are_published_light()
    {
        var further = Data.EnumerateDirectories()
            .Where(d => SeedId.IsFurther(d.Name))
            .SelectMany(d => d.EnumerateFiles());
        Assert.All(further, f => Assert.True(f.Name == RunFolder.Seal || RunFolder.IsLight(f.Name), f.FullName));
    }
}
