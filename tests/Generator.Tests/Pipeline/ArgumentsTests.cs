using Recto.Diagnostics;
using Recto.Pipeline;
using Recto.Pipeline.Scaffolding;
using Xunit;

namespace Recto.Tests.Pipeline;

public static class ArgumentsTests
{
    private static readonly Arguments Default = new(Verb.Build, null, false, Environment.ProcessorCount, false);

    public static TheoryData<string, Arguments> Good =>
        new()
        {
            { "", Default },
            { "build", Default },
            { "demo --no-pdf", Default with { Verb = Verb.Demo, NoPdf = true } },
            { "--fresh --jobs 3", Default with { Fresh = true, Jobs = 3 } },
            { "--no-train --only a,b", Default with { NoTrain = true, Only = "a,b" } },
            { "build --commit 2d7d636", Default with { Commit = "2d7d636" } },
            {
                "--strict --fail-fast --time-limit 1.5",
                Default with
                {
                    Strict = true,
                    FailFast = true,
                    TimeLimit = TimeSpan.FromSeconds(90),
                }
            },
            { "--max-minutes 5", Default with { MaxMinutes = 5 } },
            { "plan --json --fresh", Default with { Verb = Verb.Plan, Json = true, Fresh = true } },
            { "check", Default with { Verb = Verb.Check } },
            { "check --format json", Default with { Verb = Verb.Check, Format = DiagnosticFormat.Json } },
            { "build --format github", Default with { Format = DiagnosticFormat.Github } },
            { "confirm one two#part", Default with { Verb = Verb.Confirm, Only = "one,two#part" } },
            { "adopt", Default with { Verb = Verb.Adopt } },
            { "verify a b --jobs 1", Default with { Verb = Verb.Verify, Only = "a,b", Jobs = 1 } },
            { "diff main", Default with { Verb = Verb.Diff, Revision = "main" } },
            { "build --root ../r", Default with { Root = "../r" } },
            {
                "new report ../r --title Strokes --languages zh,en --data mnist --pages",
                Default with
                {
                    Verb = Verb.New,
                    New = new(NewKind.Report, "../r")
                    {
                        Title = "Strokes",
                        Languages = "zh,en",
                        Data = "mnist",
                        Pages = true,
                    },
                }
            },
            {
                "new chapter 20-more --root r",
                Default with
                {
                    Verb = Verb.New,
                    New = new(NewKind.Chapter, "20-more") { Root = "r" },
                }
            },
            {
                "new experiment deep --in 20-more",
                Default with
                {
                    Verb = Verb.New,
                    New = new(NewKind.Experiment, "deep") { In = "20-more" },
                }
            },
            { "clean", Default with { Verb = Verb.Clean } },
            { "--version", Default with { Verb = Verb.Version } },
            { "build -h", Default with { Verb = Verb.Help } },
            { "new experiment --help", Default with { Verb = Verb.Help } },
        };

    [Theory]
    [MemberData(nameof(Good))]
    public static void What_was_asked_for_is_read(string line, Arguments expected) =>
        Assert.Equal(expected, Arguments.Read(Words(line)));

    [Theory]
    [InlineData("biuld", "unknown verb 'biuld'; did you mean 'build'?")]
    [InlineData(
        "version",
        "unknown verb 'version'; known: adopt, build, check, clean, confirm, demo, diff, new, plan, schema, serve, verify"
    )]
    [InlineData("build --frehs", "unknown option '--frehs'; did you mean '--fresh'?")]
    [InlineData("build demo", "unknown option 'demo'")]
    [InlineData("check --format jsn", "--format cannot be 'jsn'; did you mean 'json'?")]
    [InlineData("build --format json", "--format cannot be 'json'; known: github, text")]
    [InlineData("--jobs", "--jobs needs a value")]
    [InlineData("new", "say what is to be new: report, chapter or experiment")]
    [InlineData("new raport x", "'new' makes no 'raport'; did you mean 'report'?")]
    [InlineData("new chapter", "say what the new chapter is called: recto new chapter NAME")]
    [InlineData("new report --pages", "say what the new report is called: recto new report NAME")]
    [InlineData("new report r --titel X", "'new report' has no option '--titel'; did you mean '--title'?")]
    [InlineData("new experiment x --in", "--in needs a value")]
    [InlineData("--jobs 0", "--jobs needs a whole number from 1, not '0'")]
    [InlineData("--time-limit 0", "--time-limit needs a number of minutes above 0, not '0'")]
    [InlineData("--time-limit 1h", "--time-limit needs a number of minutes above 0, not '1h'")]
    [InlineData("--jobs two", "--jobs needs a whole number from 1, not 'two'")]
    public static void What_is_wrong_is_said_with_the_nearest_right_name(string line, string expected)
    {
        var stop = Assert.Throws<ReportException>(() => Arguments.Read(Words(line)));
        Assert.Equal(ExitCode.AuthorMistake, stop.Exit);
        Assert.Equal($"{expected}\n`recto --help` lists verbs and options", stop.Sentence);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
