using Recto.Pipeline;
using Recto.Runs;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

public static class LastBuildTests
{
    private static readonly BuildOptions Plain = new(Demo: false, Fresh: false, Jobs: 1, NoPdf: false);

    [Fact]
    public static void The_same_inputs_and_an_untouched_site_are_current()
    {
        using var scratch = Built();
        Assert.True(IsCurrent(scratch));
    }

    [Theory]
    [InlineData("content/1/zh.md")]
    [InlineData("content/1/new.svg")]
    [InlineData("templates/page.html")]
    [InlineData("src/Experiments/Models/A.cs")]
    [InlineData("node_modules/.package-lock.json")]
    [InlineData("site/index.html")]
    [InlineData("site/data/ae/run.json")]
    [InlineData("site/manifest.json")]
    [InlineData("site/stranger")]
    public static void Whatever_is_written_is_noticed(string file)
    {
        using var scratch = Built();
        scratch.Write(file, "written");
        Assert.False(IsCurrent(scratch));
    }

    [Theory]
    [InlineData("content/1/zh.md")]
    [InlineData("site/index.html")]
    [InlineData("site/manifest.json")]
    public static void Whatever_is_deleted_is_noticed(string file)
    {
        using var scratch = Built();
        File.Delete(scratch[file]);
        Assert.False(IsCurrent(scratch));
    }

    [Fact]
    public static void Options_that_change_the_result_count_and_others_do_not()
    {
        using var scratch = Built();
        var inputs = InputsDigest.Of(scratch.Workspace, Plain);
        Assert.NotEqual(inputs, InputsDigest.Of(scratch.Workspace, Plain with { NoPdf = true }));
        Assert.NotEqual(inputs, InputsDigest.Of(scratch.Workspace, Plain with { Demo = true }));
        Assert.Equal(inputs, InputsDigest.Of(scratch.Workspace, Plain with { Jobs = 7 }));
    }

    private static bool IsCurrent(Scratch scratch) =>
        new LastBuild(scratch.Workspace).IsCurrent(InputsDigest.Of(scratch.Workspace, Plain));

    private static Scratch Built()
    {
        var scratch = new Scratch();
        scratch.Write("content/1/zh.md", "text");
        scratch.Write("templates/page.html", "template");
        scratch.Write("src/Experiments/Models/A.cs", "class A;");
        scratch.Write("node_modules/.package-lock.json", "{}");
        scratch.Write("site/index.html", "page");
        scratch.Write("site/data/ae/run.json", "{}");
        Directory.CreateDirectory(scratch[".cache"]);
        var manifest = new Manifest(FileDigests.OfTree(scratch["site"]), new Dictionary<string, string>());
        scratch.Write("site/manifest.json", manifest.ToJson());
        new LastBuild(scratch.Workspace).Remember(InputsDigest.Of(scratch.Workspace, Plain));
        return scratch;
    }
}
