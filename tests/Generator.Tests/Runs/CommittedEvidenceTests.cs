using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Planning;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

/// <summary>What is committed below <c>site/data</c> is what the chapters and the code of this very commit ask for.</summary>
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

    [Fact]
    public static void Every_run_of_the_report_is_published_and_fresh()
    {
        using var scratch = new Scratch();
        var bag = new DiagnosticBag();
        Assert.Empty(Stale(Workspace(scratch), CodeDigest.Read(Workspace(scratch)), bag));
        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public static void Code_that_changed_makes_them_stale_and_is_named()
    {
        using var scratch = new Scratch();
        var code = CodeDigest.Read(Workspace(scratch));
        var other = code with
        {
            TrainCode = new Dictionary<string, string>(code.TrainCode) { ["Training/Losses.cs"] = "other" },
        };
        var stale = Stale(Workspace(scratch), other, new DiagnosticBag());
        Assert.Contains("ae_tanh is stale: Training/Losses.cs", stale);
        Assert.All(stale, s => Assert.Contains("Training/Losses.cs", s, StringComparison.Ordinal));
    }

    /// <summary>The report with nothing cached, so that only what is committed counts.</summary>
    private static Workspace Workspace(Scratch scratch)
    {
        var link = scratch["content"];
        if (!Directory.Exists(link))
        {
            Copy(Path.Combine(Repository.Root, "content"), link);
        }

        return new Workspace(Repository.Root, scratch.Path, Path.Combine(Repository.Root, "site"));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static List<string> Stale(Workspace workspace, KeyInputs code, DiagnosticBag bag)
    {
        var book = BookReader.Read(workspace, bag)!;
        var states = new RunStore(workspace, code).Find(Planner.Plan(book, demo: false, bag), bag);
        return [.. states.Where(s => s.Result is null).Select(Why)];
    }

    private static string Why(RunState state) =>
        state.Last is { } last
            ? $"{state.Id} is stale: {string.Join(", ", KeyChanges.Between(last.Record, state))}"
            : $"{state.Id} is missing";
}
