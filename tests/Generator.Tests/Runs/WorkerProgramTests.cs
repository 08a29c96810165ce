using Recto.Diagnostics;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class WorkerProgramTests
{
    [Fact]
    public static async Task It_is_compiled_when_a_source_changed_and_not_before()
    {
        using var scratch = Sources("""System.Console.WriteLine("{}");""");
        Assert.Equal(1, await CompilationsAsync(scratch));
        Assert.Equal(0, await CompilationsAsync(scratch));
        scratch.Write("src/Experiments/Program.cs", "return 0;");
        Assert.Equal(1, await CompilationsAsync(scratch));
    }

    [Theory]
    [InlineData("return 0", "", ExitCode.OurBug, "\n  src/Experiments/Program.cs(1,9): error CS1002: ; expected")]
    [InlineData(
        "return 0;",
        "None.Such",
        ExitCode.SomethingMissing,
        "\n  src/Experiments/Experiments.csproj : error NU1100: Unable to resolve 'None.Such"
    )]
    public static async Task What_does_not_build_is_told_in_the_compilers_words(
        string program,
        string package,
        ExitCode exit,
        string words
    )
    {
        using var scratch = Sources(program, package);
        var bag = new DiagnosticBag();
        var worker = new WorkerProgram(scratch.Workspace, _ => { });
        var stop = await Assert.ThrowsAsync<ReportException>(() => worker.ReadyAsync(bag, Cancel));

        Assert.Equal(exit, stop.Exit);
        var error = Assert.Single(bag.Sorted()).ToString();
        Assert.StartsWith(
            "error worker-broken: the training worker in src/Experiments does not build\n",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<int> CompilationsAsync(Scratch scratch)
    {
        var said = new List<string>();
        await new WorkerProgram(scratch.Workspace, said.Add).ReadyAsync(new DiagnosticBag(), Cancel);
        return said.Count;
    }

    private static Scratch Sources(string program, string package = "")
    {
        var scratch = new Scratch();
        var reference = package.Length > 0 ? $"""<PackageReference Include="{package}" Version="1.0.0" />""" : "";
        scratch.Write("src/Experiments/Program.cs", program);
        scratch.Write(
            "src/Experiments/Experiments.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <AssemblyName>recto-worker</AssemblyName>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """
        );
        scratch.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props"])
        {
            scratch.Write(name, "<Project />");
        }

        scratch.Write("global.json", "{}");
        return scratch;
    }
}
