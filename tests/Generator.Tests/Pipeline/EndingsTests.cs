using System.Diagnostics;
using Recto.Trials;
using Xunit;

namespace Recto.Tests.Pipeline;

/// <summary>Killed builds, builds side by side, full disks.</summary>
public static class EndingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public static async Task No_worker_outlives_the_generator_and_the_next_build_takes_its_lock_over(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked up in /proc");
        using var build = new StubBuild();
        using var first = build.Start("ae=hangs");
        await UntilAsync(first, "ae: starts");
        var workers = Processes.WorkersOf(first.Id);
        Assert.NotEmpty(workers);
        Processes.Send(signal, first.Id);
        await first.WaitForExitAsync(Cancel);
        Assert.Empty(await Processes.SurvivorsAsync(workers, TimeSpan.FromSeconds(5)));
        var next = await build.RunAsync();
        Assert.Equal((0, ""), (next.Exit, next.Errors));
        Assert.DoesNotContain("waiting", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_second_build_waits_and_says_for_whom()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var build = new StubBuild();
        using var first = build.Start("ae=hangs");
        await UntilAsync(first, "ae: starts");
        using var second = build.Start();
        var line = await second.StandardOutput.ReadLineAsync(Cancel);
        Assert.Equal($"waiting for another build of this report (process {first.Id}) …", line);
        Processes.Send("KILL", first.Id);
        await second.StandardOutput.ReadToEndAsync(Cancel);
        await second.WaitForExitAsync(Cancel);
        Assert.Equal(0, second.ExitCode);
    }

    [Fact]
    public static async Task A_worker_that_finds_the_disk_full_ends_the_build_and_nothing_is_lost()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var build = new StubBuild();
        await build.RunAsync();
        build.Declare(epochs: 4);
        var page = await build.PageAsync("en/one.html");
        var answer = await build.RunAsync("ae=fills_disk", "--jobs", "2");
        Assert.Equal(5, answer.Exit);
        Assert.StartsWith(
            "content/one/zh.md(4,3): error disk-full: 'ae' failed (disk-full): No space left on device",
            answer.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(page, await build.PageAsync("en/one.html"));
        build.Log();
        Assert.Equal(0, (await build.RunAsync()).Exit);
    }

    /// <summary>At each size something else no longer fits: a run, a page, a figure.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public static async Task A_limit_on_the_size_of_files_is_a_full_disk(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the shell sets the limit");
        using var build = new StubBuild();
        await build.RunAsync();
        var page = await build.PageAsync("en/one.html");
        build.Declare(epochs: 4);
        var recto = $"dotnet '{Recto.Tests.Runs.Scratch.StandIns}' recto build --no-pdf --root '{build.Folder.Path}'";
        // .NET keeps its code in a large file that only lies in memory, unless told otherwise.
        var script = $"ulimit -f {kilobytes * 2}; export DOTNET_EnableWriteXorExecute=0; exec {recto}";
        using var process = build.Start(["sh", "-c", script]);
        _ = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.Contains("no space left on the disk", errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, process.ExitCode);
        Assert.Equal(page, await build.PageAsync("en/one.html"));
        Assert.Equal(0, (await build.RunAsync()).Exit);
    }

    [Fact]
    public static async Task On_a_small_disk_nothing_is_lost_either()
    {
        using var build = new StubBuild();
        await build.RunAsync();
        var size = new DirectoryInfo(build.Folder.Path)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(f => f.Length);
        Directory.CreateDirectory(build.Folder["disk"]);
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", $"size={size * 3 / 2}", "none", build.Folder["disk"]),
            "tmpfs cannot be mounted here"
        );
        try
        {
            Assert.True(
                Run(
                    "cp",
                    "-r",
                    build.Folder["content"],
                    build.Folder["site"],
                    build.Folder[".cache"],
                    build.Folder["disk"]
                )
            );
            build.Declare(epochs: 4);
            File.Copy(build.Folder["content/one/zh.md"], build.Folder["disk/content/one/zh.md"], overwrite: true);
            var page = await build.Folder.ReadAsync("disk/site/en/one.html");
            using var process = build.Start([
                "dotnet",
                Recto.Tests.Runs.Scratch.StandIns,
                "recto",
                "build",
                "--no-pdf",
                "--root",
                build.Folder["disk"],
            ]);
            _ = process.StandardOutput.ReadToEndAsync(Cancel);
            var errors = await process.StandardError.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            Assert.Contains("no space left on the disk", errors, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(5, process.ExitCode);
            Assert.Equal(page, await build.Folder.ReadAsync("disk/site/en/one.html"));
        }
        finally
        {
            Run("umount", build.Folder["disk"]);
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static async Task UntilAsync(Process process, string line)
    {
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } said && said != line) { }
    }
}
