using CsCheck;
using Recto.Experiments.Contract;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class CodeDigestTests
{
    private const string Source = "class A { int F(int x) => x + 1; }";

    [Theory]
    [InlineData("class A\n{\n    // why\n    int F(int x) => x + 1; /* so */\n}\n")]
    [InlineData("#nullable enable\n/// <summary>Docs.</summary>\nclass A { int F(int x) => x+1; }")]
    public static void Comments_and_layout_do_not_count(string same) =>
        Assert.Equal(CodeDigest.Tokens(Source), CodeDigest.Tokens(same));

    [Theory]
    [InlineData("class A { int F(int x) => x + 2; }")]
    [InlineData("class A { int F(int y) => y + 1; }")]
    [InlineData("class A { int F(int x) => x +1+ 1; }")]
    public static void Tokens_do(string other) => Assert.NotEqual(CodeDigest.Tokens(Source), CodeDigest.Tokens(other));

    [Fact]
    public static void White_space_between_tokens_never_counts() =>
        Gen.String["\n \t"]
            .Array[Source.Split(' ').Length]
            .Sample(gaps =>
                CodeDigest.Tokens(string.Concat(Source.Split(' ').Zip(gaps, (word, gap) => $"{word} {gap}")))
                == CodeDigest.Tokens(Source)
            );

    [Fact]
    public static void Each_room_counts_in_its_key()
    {
        using var scratch = Sources();
        var inputs = CodeDigest.Read(scratch.Workspace);

        Assert.Equal("TorchSharp-cpu 0.107.0", inputs.Library);
        Assert.Equal(["Data/Idx.cs", "Models/Dense/Net.cs", "Training/Loop.cs"], inputs.TrainCode.Keys);
        Assert.Equal(["Artifacts/Probe.cs"], inputs.EvaluationCode.Keys);
    }

    [Fact]
    public static void An_unchanged_file_is_not_read_by_the_lexer_again()
    {
        using var scratch = Sources();
        CodeDigest.Read(scratch.Workspace);
        var cache = scratch[".cache/tokens.json"];
        var loop = CodeDigest.Tokens("class Loop;");
        scratch.Write(".cache/tokens.json", File.ReadAllText(cache).Replace(loop, "told", StringComparison.Ordinal));

        Assert.Equal("told", CodeDigest.Read(scratch.Workspace).TrainCode["Training/Loop.cs"]);
        scratch.Write("src/Experiments/Training/Loop.cs", "class Loop; // changed");
        Assert.Equal(loop, CodeDigest.Read(scratch.Workspace).TrainCode["Training/Loop.cs"]);
    }

    [Fact]
    public static void A_cache_that_is_no_json_is_written_again()
    {
        using var scratch = Sources();
        var inputs = CodeDigest.Read(scratch.Workspace);
        scratch.Write(".cache/tokens.json", "{ \"a\": ");
        Assert.Equal(ContractText(inputs), ContractText(CodeDigest.Read(scratch.Workspace)));
    }

    [Fact]
    public static void The_real_sources_can_be_read()
    {
        using var scratch = new Scratch();
        var inputs = CodeDigest.Read(new Workspace(Repository.Root, scratch.Path, scratch["site"]));
        Assert.StartsWith("TorchSharp-cpu ", inputs.Library, StringComparison.Ordinal);
    }

    private static string ContractText(KeyInputs inputs) => string.Join('\n', inputs.TrainCode);

    private static Scratch Sources()
    {
        var scratch = new Scratch();
        scratch.Write("src/Experiments/Data/Idx.cs", "class Idx;");
        scratch.Write("src/Experiments/Models/Dense/Net.cs", "class Net;");
        scratch.Write("src/Experiments/Training/Loop.cs", "class Loop;");
        scratch.Write("src/Experiments/Training/obj/Made.cs", "class Made;");
        scratch.Write("src/Experiments/Artifacts/Probe.cs", "class Probe;");
        scratch.Write("src/Experiments/Program.cs", "return 0;");
        scratch.Write(
            "src/Experiments/packages.lock.json",
            """{ "version": 2, "dependencies": { "net10.0": { "TorchSharp-cpu": { "resolved": "0.107.0" } } } }"""
        );
        return scratch;
    }
}
