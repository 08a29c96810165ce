using System.IO.Compression;
using System.Text;
using Recto.Content;
using Recto.Diagnostics;
using Recto.Experiments.Contract;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class DataSetsTests
{
    private static readonly byte[] Images = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 5000)));
    private static readonly byte[] Packed = Zip(Images);
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("given/digits/images")]
    [InlineData("given/digits/images.gz")]
    [InlineData("data/digits/images")]
    [InlineData("user/digits/images.gz")]
    public static async Task A_file_is_found_plain_or_packed_in_each_place(string place)
    {
        using var scratch = new Scratch();
        scratch.Write(place, place.EndsWith(".gz", StringComparison.Ordinal) ? Packed : Images);
        var (files, errors) = await ProvideAsync(scratch, "http://never.invalid/");
        Assert.Equal(scratch[place], files["train.images"].Path);
        Assert.Empty(errors);
    }

    [Fact]
    public static async Task What_is_nowhere_is_downloaded_and_renamed_when_whole()
    {
        using var scratch = new Scratch();
        using var server = new TinyServer(_ => TinyServer.Ok(Packed));
        var said = new List<string>();
        var (files, errors) = await ProvideAsync(scratch, [server.Address], said.Add);

        Assert.Equal(scratch["user/digits/images.gz"], files["train.images"].Path);
        Assert.Equal(Packed, await File.ReadAllBytesAsync(files["train.images"].Path, Cancel));
        Assert.Empty(errors);
        Assert.Equal(["images.gz"], scratch.Files("user/digits"));
        Assert.EndsWith("/images.gz: 100 % of 0.0 MB", said[^1], StringComparison.Ordinal);

        await ProvideAsync(scratch, server.Address);
        Assert.Equal(["/images.gz"], server.Asked);
    }

    [Theory]
    [InlineData("data/digits/images.gz")]
    [InlineData(null)]
    public static async Task A_file_with_a_packed_name_is_known_by_its_packed_bytes(string? place)
    {
        using var scratch = new Scratch();
        using var server = new TinyServer(_ => TinyServer.Ok(Packed));
        if (place is not null)
        {
            scratch.Write(place, Packed);
        }

        var bag = new DiagnosticBag();
        var set = Set(server.Address) with { Files = [new("train.images", "images.gz", Digest(Packed))] };
        var files = await Sets(scratch, _ => { }).ProvideAsync(set, bag, Cancel);
        Assert.Empty(bag.Sorted());
        Assert.Equal(new DataFile(scratch[place ?? "user/digits/images.gz"], Digest(Images)), files["train.images"]);
    }

    public static TheoryData<string, byte[], string> BadAnswers =>
        new()
        {
            { "not found", TinyServer.NotFound, "answers 404 Not Found" },
            {
                "interrupted",
                TinyServer.Ok(Packed[..100], Packed.Length),
                "breaks off: The response ended prematurely"
            },
            { "cut short", TinyServer.Ok(Packed[..100]), "is damaged: " },
            { "corrupted", TinyServer.Ok(Zip([.. Images, 1])), "is damaged: SHA-256 " },
            {
                "no archive",
                TinyServer.Ok(Encoding.ASCII.GetBytes("<html>Log in</html>")),
                "is damaged: no whole gzip file"
            },
        };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public static async Task The_next_source_serves_where_the_first_fails(string name, byte[] answer, string trouble)
    {
        Assert.NotEmpty(name);
        using var scratch = new Scratch();
        using var bad = new TinyServer(_ => answer);
        using var good = new TinyServer(_ => TinyServer.Ok(Packed));
        var said = new List<string>();
        var (files, errors) = await ProvideAsync(scratch, [bad.Address, good.Address], said.Add);

        Assert.Equal(scratch["user/digits/images.gz"], files["train.images"].Path);
        Assert.Contains(said, s => s.StartsWith($"{bad.Address}images.gz {trouble}", StringComparison.Ordinal));
        Assert.Empty(errors);
        Assert.Equal(["images.gz"], scratch.Files("user/digits"));
    }

    [Fact]
    public static async Task A_silent_source_is_given_up()
    {
        using var scratch = new Scratch();
        using var silent = new TinyServer(_ => null);
        using var good = new TinyServer(_ => TinyServer.Ok(Packed));
        var (files, _) = await ProvideAsync(scratch, silent.Address, good.Address);
        Assert.Single(files);
    }

    [Fact]
    public static async Task A_damaged_file_is_named_and_replaced()
    {
        using var scratch = new Scratch();
        scratch.Write("user/digits/images.gz", Packed[..200]);
        using var server = new TinyServer(_ => TinyServer.Ok(Packed));
        var (files, errors) = await ProvideAsync(scratch, server.Address);
        Assert.Equal(Packed, await File.ReadAllBytesAsync(files["train.images"].Path, Cancel));
        Assert.Empty(errors);
    }

    [Fact]
    public static async Task Missing_data_are_one_error_that_says_what_to_do()
    {
        using var scratch = new Scratch();
        scratch.Write("data/digits/images", [1, 2, 3]);
        var nobody = TinyServer.Nobody;
        var (files, errors) = await ProvideAsync(scratch, nobody);

        Assert.Empty(files);
        var expected = $"""
            content/report.yml(20,3): error data-missing: data set 'digits' is not complete
              files: images (each plain or .gz)
              searched: {scratch["given/digits"]}, {scratch["data/digits"]}, {scratch["user/digits"]}
              {scratch["data/digits/images"]} is damaged: SHA-256 039058c6f2c0… instead of {Digest(Images)[..12]}…
              {nobody}images.gz does not answer: Connection refused (127.0.0.1:{new Uri(nobody).Port})
              put the files into {scratch[
                "user/digits"
            ]}, or into a folder digits/ and set RECTO_DATA to the folder above it; they are served by {nobody}
            """;
        Assert.Equal(expected, Assert.Single(errors));
        Assert.Empty(scratch.Files("user"));
    }

    [Fact]
    public static async Task A_folder_that_cannot_be_written_is_named()
    {
        using var scratch = new Scratch();
        using var server = new TinyServer(_ => TinyServer.Ok(Packed));
        scratch.Write("user", "a file");
        var (_, errors) = await ProvideAsync(scratch, server.Address);
        Assert.Contains(
            $"\n  {scratch["user/digits"]} cannot be written: ",
            Assert.Single(errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task Missing_data_stop_the_build_before_a_worker_is_asked_for()
    {
        using var scratch = new Scratch();
        var planned = SomeRuns.Run("ae", 1, 2) with { Data = Set(TinyServer.Nobody) };
        var doors = SomeRuns.Closed(scratch) with { Data = Sets(scratch, _ => { }) };
        var bag = new DiagnosticBag();
        var stop = await Assert.ThrowsAsync<ReportException>(() =>
            Runner.RunAsync(new([planned]), doors, new RunOptions(false, 1), bag, Cancel)
        );
        Assert.Equal(ExitCode.SomethingMissing, stop.Exit);
        Assert.Single(bag.Sorted());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<(IReadOnlyDictionary<string, DataFile> Files, IReadOnlyList<string> Errors)> ProvideAsync(
        Scratch scratch,
        params string[] sources
    ) => ProvideAsync(scratch, sources, _ => { });

    private static async Task<(IReadOnlyDictionary<string, DataFile> Files, IReadOnlyList<string> Errors)> ProvideAsync(
        Scratch scratch,
        string[] sources,
        Action<string> say
    )
    {
        var bag = new DiagnosticBag();
        var files = await Sets(scratch, say).ProvideAsync(Set(sources), bag, Cancel);
        return (files, [.. bag.Sorted().Select(d => d.ToString())]);
    }

    private static DataSets Sets(Scratch scratch, Action<string> say)
    {
        var places = new DataPlaces([scratch["given"], scratch["data"], scratch["user"]], scratch["user"]);
        return new DataSets(places, new Download(Http, TimeSpan.FromMilliseconds(500), say));
    }

    private static DataSet Set(params string[] sources) =>
        new(
            "digits",
            DataKind.Idx,
            "0",
            [new DataSetFile("train.images", "images", Digest(Images))],
            sources,
            new Place("content/report.yml", 20, 3)
        );

    private static string Digest(byte[] bytes) => FileDigests.OfBytes(bytes);

    private static byte[] Zip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return target.ToArray();
    }
}
