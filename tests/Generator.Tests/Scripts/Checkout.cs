using System.Diagnostics;
using Recto.Tests.Runs;

namespace Recto.Tests.Scripts;

/// <summary>A small repository with both scripts, and tools that write down how they are called.</summary>
internal sealed class Checkout : IDisposable
{
    private static readonly string[] Tools =
    [
        .. "sh dirname find cksum sort cat cmp cp rm sed tail grep tee id mkdir".Split(' '),
    ];

    private readonly Scratch scratch = new();

    public Checkout()
    {
        foreach (var name in (string[])["build.sh", "build.ps1", "package-lock.json", "global.json"])
        {
            scratch.Write(name, File.ReadAllBytes(Path.Combine(Repository.Root, name)));
        }

        scratch.Write("Directory.Build.props", "<Project/>");
        scratch.Write("Directory.Packages.props", "<Project/>");
        scratch.Write(Source, "class A;");
        scratch.Write("src/Experiments/Contract/B.cs", "class B;");
        Directory.CreateDirectory(scratch["tests"]);
        foreach (var tool in Tools)
        {
            Directory.CreateDirectory(scratch["tools"]);
            File.CreateSymbolicLink(scratch["tools/" + tool], Where(tool));
        }

        Tool("npm", "mkdir -p node_modules");
        Tool(
            "dotnet",
            $"""
            case $1 in
                --version) echo 10.0.100 ;;
                build) mkdir -p src/Generator/bin/Release/net10.0/any && : >src/Generator/bin/Release/net10.0/any/recto.dll ;;
                *recto.dll) shift; exec '{Where("dotnet")}' '{Path.Combine(
                AppContext.BaseDirectory,
                "recto.dll"
            )}' "$@" ;;
            esac
            """
        );
    }

    public const string Source = "src/Generator/A.cs";

    public string this[string path] => scratch[path];

    /// <summary>What the tools were called with since the last time this was asked.</summary>
    public IReadOnlyList<string> Calls()
    {
        var lines = File.Exists(scratch["calls"]) ? File.ReadAllLines(scratch["calls"]) : [];
        File.Delete(scratch["calls"]);
        return lines;
    }

    public void Write(string path, string text) => scratch.Write(path, text);

    /// <summary>A program that writes down its call and then does this.</summary>
    public void Tool(string name, string script)
    {
        scratch.Write("tools/" + name, $"#!/bin/sh\necho \"{name} $*\" >>'{scratch["calls"]}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                scratch["tools/" + name],
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    public void RemoveTool(string name) => File.Delete(scratch["tools/" + name]);

    /// <summary>Runs <c>build.sh</c> or <c>build.ps1</c> from a folder that is not the checkout.</summary>
    public async Task<Answer> RunAsync(string script, params string[] arguments)
    {
        string[] command =
            script == "build.sh"
                ? [Where("sh"), scratch[script]]
                : [Where("dotnet"), Scratch.StandIns, "pwsh", scratch[script]];
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = scratch["tests"],
        };
        start.Environment["PATH"] = scratch["tools"];
        start.Environment["RECTO_BROWSER"] = "none";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await errors);
    }

    public void Dispose() => scratch.Dispose();

    private static string Where(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(p => Path.Combine(p, tool)).First(File.Exists);
}

/// <summary>What a script answered.</summary>
internal sealed record Answer(int Exit, string Output, string Errors)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];
}
