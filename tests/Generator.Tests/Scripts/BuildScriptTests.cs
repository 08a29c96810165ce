using Xunit;

namespace Recto.Tests.Scripts;

/// <summary>What holds for <c>build.sh</c> holds for <c>build.ps1</c>, exit codes first of all.</summary>
public static class BuildScriptTests
{
    public static TheoryData<string> Scripts => ["build.sh", "build.ps1"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task Arguments_and_exit_codes_are_rectos(string script)
    {
        using var checkout = Fresh();
        checkout.Write("my report/content/report.yml", "title: [");

        var ok = await checkout.RunAsync(script, "--version");
        Assert.Equal((0, "recto 1.0.0"), (ok.Exit, ok.LastLine));

        var unknown = await checkout.RunAsync(script, "biuld");
        Assert.Equal(2, unknown.Exit);
        Assert.StartsWith(
            "recto: unknown verb 'biuld'; did you mean 'build'?",
            unknown.Errors,
            StringComparison.Ordinal
        );

        var broken = await checkout.RunAsync(script, "build", "--root", "../my report", "--no-pdf");
        Assert.Equal(2, broken.Exit);
        Assert.StartsWith("content/report.yml(1,", broken.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(checkout["my report/site"]));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task A_missing_tool_is_named_with_exit_code_5(string script)
    {
        using var checkout = Fresh();
        checkout.RemoveTool("npm");
        await IsMissingAsync(checkout, script, "recto: Node.js with npm is missing: https://nodejs.org");

        checkout.Tool("npm", "mkdir -p node_modules");
        checkout.RemoveTool("dotnet");
        await IsMissingAsync(checkout, script, "recto: the .NET SDK 10 is missing: https://dot.net/download");

        checkout.Tool("dotnet", "echo 9.0.100");
        await IsMissingAsync(checkout, script, "recto: the .NET SDK 10 or later is missing: https://dot.net/download");
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task Failing_restores_exit_with_5_and_a_failing_compiler_with_1(string script)
    {
        using var checkout = Fresh();
        checkout.Tool("npm", "exit 7");
        Assert.Equal(5, (await checkout.RunAsync(script, "--version")).Exit);
        checkout.Tool("npm", "mkdir -p node_modules");

        checkout.Tool("dotnet", "case $1 in --version) echo 10.0.100 ;; restore) exit 7 ;; esac");
        Assert.Equal(5, (await checkout.RunAsync(script, "--version")).Exit);

        checkout.Tool("dotnet", "case $1 in --version) echo 10.0.100 ;; build) exit 7 ;; esac");
        Assert.Equal(1, (await checkout.RunAsync(script, "--version")).Exit);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task A_warm_start_calls_neither_the_compiler_nor_npm(string script)
    {
        using var checkout = Fresh();
        await checkout.RunAsync(script, "--version");
        Assert.Equal(["npm", "dotnet --version", "dotnet restore", "dotnet build", "dotnet run"], Kinds(checkout));

        await checkout.RunAsync(script, "--version");
        Assert.Equal(["dotnet run"], Kinds(checkout));

        File.SetLastWriteTimeUtc(checkout[Checkout.Source], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        checkout.Write("src/Generator/obj/Made.cs", "class Made;");
        await checkout.RunAsync(script, "--version");
        Assert.Equal(["dotnet run"], Kinds(checkout));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task What_changed_is_made_anew(string script)
    {
        using var checkout = Fresh();
        await checkout.RunAsync(script, "--version");
        foreach (var source in (string[])[Checkout.Source, "src/Experiments/Contract/B.cs", "Directory.Build.props"])
        {
            checkout.Calls();
            checkout.Write(source, "changed");
            await checkout.RunAsync(script, "--version");
            Assert.Contains("dotnet build", Kinds(checkout));
        }

        checkout.Write("package-lock.json", "{}");
        await checkout.RunAsync(script, "--version");
        Assert.Equal(["npm", "dotnet run"], Kinds(checkout));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task Only_tests_install_what_only_tests_need(string script)
    {
        using var checkout = Fresh();
        await checkout.RunAsync(script, "--version");
        Assert.Contains("npm ci --omit=dev --ignore-scripts", checkout.Calls());

        await checkout.RunAsync(script, "test");
        Assert.Contains("npm ci --ignore-scripts", checkout.Calls());

        await checkout.RunAsync(script, "test");
        await checkout.RunAsync(script, "--version");
        Assert.DoesNotContain(checkout.Calls(), call => call.StartsWith("npm", StringComparison.Ordinal));
    }

    [Fact]
    public static async Task A_program_that_the_other_script_compiled_is_not_taken_for_ones_own()
    {
        using var checkout = Fresh();
        await checkout.RunAsync("build.sh", "--version");
        checkout.Write(Checkout.Source, "class Changed;");
        await checkout.RunAsync("build.ps1", "--version");
        checkout.Write(Checkout.Source, "class A;");
        checkout.Calls();
        await checkout.RunAsync("build.sh", "--version");
        Assert.Contains("dotnet build", Kinds(checkout));
    }

    [Theory]
    [InlineData("build.sh", "total: 5\\n  failed: 2\\n  succeeded: 3", 8, 1, "3 passed, 2 failed")]
    [InlineData("build.ps1", "total: 5\\n  failed: 2\\n  succeeded: 3", 8, 1, "3 passed, 2 failed")]
    [InlineData("build.sh", "total: 5\\n  failed: 0\\n  succeeded: 5", 0, 0, "5 passed, 0 failed")]
    [InlineData("build.ps1", "total: 5\\n  failed: 0\\n  succeeded: 5", 0, 0, "5 passed, 0 failed")]
    [InlineData("build.sh", "A.cs(1,1): error CS1002: ; expected", 1, 1, "0 passed, 1 failed")]
    [InlineData("build.ps1", "A.cs(1,1): error CS1002: ; expected", 1, 1, "0 passed, 1 failed")]
    public static async Task Test_ends_with_the_count(string script, string printed, int code, int exit, string last)
    {
        using var checkout = Fresh();
        await checkout.RunAsync(script, "--version");
        checkout.Tool(
            "dotnet",
            $"[ \"$DOTNET_CLI_UI_LANGUAGE\" = en ] || exit 9; case $1 in test) printf '  {printed}\\n'; exit {code} ;; esac"
        );
        var answer = await checkout.RunAsync(script, "test");
        Assert.Equal((exit, last), (answer.Exit, answer.LastLine));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public static async Task Clean_removes_what_can_be_made_again_and_nothing_else(string script)
    {
        using var checkout = Fresh();
        string[] doomed = ["out/a", ".cache/a", "src/Generator/bin/a", "src/Generator/obj/a", "tests/T/obj/a"];
        string[] kept = ["site/a", "data/a", "content/bin/a", Checkout.Source];
        foreach (var file in doomed.Concat(kept))
        {
            checkout.Write(file, "");
        }

        Assert.Equal(0, (await checkout.RunAsync(script, "clean")).Exit);
        Assert.DoesNotContain(doomed, file => File.Exists(checkout[file]));
        Assert.All(kept, file => Assert.True(File.Exists(checkout[file]), file));
    }

    private static Checkout Fresh()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the tools are shell scripts");
        return new Checkout();
    }

    private static async Task IsMissingAsync(Checkout checkout, string script, string message)
    {
        var answer = await checkout.RunAsync(script, "--version");
        Assert.Equal((5, message), (answer.Exit, answer.Errors.TrimEnd()));
    }

    private static IEnumerable<string> Kinds(Checkout checkout) =>
        checkout
            .Calls()
            .Select(call => call.Split(' '))
            .Select(words =>
                words[0] == "npm" ? "npm"
                : words[1].EndsWith("recto.dll", StringComparison.Ordinal) ? "dotnet run"
                : $"dotnet {words[1]}"
            );
}
