using System.Text.RegularExpressions;
using Xunit;

namespace Recto.Tests;

/// <summary>Rooms know only the rooms before them: <c>design.md</c> §1.</summary>
public static partial class RoomsTests
{
    private static readonly string[] Generator =
    [
        "Recto.Diagnostics",
        "Recto.Content",
        "Recto.Planning",
        "Recto.Runs",
        "Recto.Figures",
        "Recto.Pages",
        "Recto.Pdf",
        "Recto.Pipeline",
    ];

    private static readonly string[] Experiments =
    [
        "Recto.Experiments.Contract",
        "Recto.Experiments.Data",
        "Recto.Experiments.Models",
        "Recto.Experiments.Training",
        "Recto.Experiments.Artifacts",
    ];

    [Fact]
    public static void No_arrow_of_the_generator_runs_backwards() =>
        Assert.Empty(Backward(Files("Generator"), Generator));

    [Fact]
    public static void No_arrow_of_the_experiments_runs_backwards() =>
        Assert.Empty(Backward(Files("Experiments"), Experiments));

    [Fact]
    public static void The_generator_knows_only_the_contract_of_the_experiments() =>
        Assert.DoesNotContain(
            Files("Generator"),
            f =>
                Regex.IsMatch(f.Text, @"^using (Recto\.Experiments\.(?!Contract\b)|TorchSharp)", RegexOptions.Multiline)
        );

    [Fact]
    public static void The_experiments_know_no_room_of_the_generator() =>
        Assert.DoesNotContain(
            Files("Experiments"),
            f => Names(f.Text).Any(n => !n.StartsWith("Recto.Experiments", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("namespace Recto.Content;", "using Recto.Planning;", true)]
    [InlineData("namespace Recto.Content.Markdown;", "var x = Recto.Runs.RunSet.Empty;", true)]
    [InlineData("namespace Recto.Planning;", "using Recto.Content.Expressions;", false)]
    [InlineData("namespace Recto.Diagnostics;", "using static Recto.Content.FigureKinds;", true)]
    [InlineData("namespace Recto.Content;", "/// <see cref=\"Recto.Pages\"/>", false)]
    public static void A_backward_arrow_is_seen(string room, string line, bool seen) =>
        Assert.Equal(seen, Backward([("x.cs", $"{line}\n{room}\n")], Generator).Any());

    private static IEnumerable<string> Backward(IEnumerable<(string Path, string Text)> files, string[] rooms) =>
        from file in files
        let own = Room(Own().Match(file.Text).Groups[1].Value, rooms)
        where own >= 0
        from name in Names(file.Text)
        where Room(name, rooms) > own
        select $"{file.Path} ({rooms[own]}) uses {name}";

    private static int Room(string name, string[] rooms) =>
        Array.FindIndex(rooms, r => name == r || name.StartsWith(r + ".", StringComparison.Ordinal));

    /// <summary>Names below <c>Recto</c> that code says in full, in using lines or elsewhere.</summary>
    private static IEnumerable<string> Names(string text) =>
        text.Split('\n')
            .Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(l => Qualified().Matches(l).Select(m => m.Value));

    private static IEnumerable<(string Path, string Text)> Files(string project) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f)));

    [GeneratedRegex(@"^namespace (Recto[\w.]*)", RegexOptions.Multiline)]
    private static partial Regex Own();

    [GeneratedRegex(@"\bRecto\.[A-Z][\w.]*")]
    private static partial Regex Qualified();
}
