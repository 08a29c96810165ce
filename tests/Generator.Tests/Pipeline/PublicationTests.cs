using System.Text;
using Recto.Content;
using Recto.Pages;
using Recto.Pipeline;
using Recto.Runs;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline;

public static class PublicationTests
{
    [Fact]
    public static async Task Pages_evidence_and_PDFs_make_an_edition_with_a_manifest()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));

        Assert.Equal(
            ["data/ae/run.json", "figures/a.webp", "index.html", "manifest.json", "recto.css", "report.pdf"],
            scratch.Files("site")
        );
        Assert.Equal("printed text", await scratch.ReadAsync("site/report.pdf"));
        Assert.Equal(["site"], Directory.GetFileSystemEntries(scratch.Path).Select(Path.GetFileName));
        Assert.StartsWith(
            """
            {
              "files": {
                "data/ae/run.json": "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
            """,
            await scratch.ReadAsync("site/manifest.json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public static async Task An_equal_edition_touches_nothing_and_prints_nothing()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        var before = Times(scratch);
        Assert.Equal("6 files, none changed", await PublishAsync(scratch, Draft("text"), NoPrinter));
        Assert.Equal(before, Times(scratch));
    }

    [Fact]
    public static async Task A_changed_page_leaves_the_other_files_bytes_and_times()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        foreach (var file in Directory.GetFiles(scratch["site"], "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var before = Times(scratch);
        var said = await PublishAsync(scratch, Draft("text") with { Files = Files("other") }, NoPrinter);
        Assert.Equal("6 files: 2 new or changed, 0 removed, 0 PDFs printed", said);
        Assert.Equal(["index.html", "manifest.json"], Times(scratch).Except(before).Select(t => t.File));
    }

    [Fact]
    public static async Task A_PDF_is_printed_again_when_its_edition_or_a_file_it_names_changed()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        Assert.Contains("1 PDFs printed", await PublishAsync(scratch, Draft("news")), StringComparison.Ordinal);
        Assert.Equal("printed news", await scratch.ReadAsync("site/report.pdf"));

        var styled = Draft("news") with { Files = Files("page", image: "drawn anew") };
        Assert.Contains("1 PDFs printed", await PublishAsync(scratch, styled), StringComparison.Ordinal);
        Assert.Contains("none changed", await PublishAsync(scratch, styled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf", "1 PDFs printed")]
    [InlineData("index.html", "0 PDFs printed")]
    [InlineData("manifest.json", "1 PDFs printed")]
    public static async Task A_damaged_file_is_put_right(string file, string printed)
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        var whole = await File.ReadAllBytesAsync(scratch["site/" + file], Cancel);
        scratch.Write("site/" + file, whole[..3]);
        Assert.Contains(printed, await PublishAsync(scratch, Draft("text")), StringComparison.Ordinal);
        Assert.Equal(whole, await File.ReadAllBytesAsync(scratch["site/" + file], Cancel));
    }

    [Fact]
    public static async Task Without_printing_an_old_PDF_stays_and_the_next_build_prints_it()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        await PublishAsync(scratch, Draft("news"), printer: null);
        Assert.Equal("printed text", await scratch.ReadAsync("site/report.pdf"));
        await PublishAsync(scratch, Draft("news"));
        Assert.Equal("printed news", await scratch.ReadAsync("site/report.pdf"));
    }

    [Fact]
    public static async Task What_is_no_longer_made_is_removed()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        scratch.Write("site/old/page.html", "");
        var said = await PublishAsync(scratch, Draft("text"));
        Assert.Equal("6 files: 0 new or changed, 1 removed, 0 PDFs printed", said);
        Assert.False(Directory.Exists(scratch["site/old"]));
    }

    [Fact]
    public static async Task A_failing_printer_leaves_the_old_edition_and_no_rubbish()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(scratch, Draft("news"), NoPrinter));
        Assert.Equal("printed text", await scratch.ReadAsync("site/report.pdf"));
        Assert.Equal(["site"], Directory.GetFileSystemEntries(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public static async Task What_others_changed_in_the_site_is_named_and_made_anew()
    {
        using var scratch = new Scratch();
        await PublishAsync(scratch, Draft("text"));
        Assert.Empty(new Publication(new SiteFolder(scratch["site"]), NoPrinter).Edited);
        scratch.Write("site/data/ae/run.json", "{ }");
        scratch.Write("site/stranger", "");
        File.Delete(scratch["site/index.html"]);
        Assert.Equal(
            ["data/ae/run.json was changed", "index.html is missing", "stranger does not belong there"],
            new Publication(new SiteFolder(scratch["site"]), NoPrinter).Edited
        );
        await PublishAsync(scratch, Draft("text"), NoPrinter);
        Assert.Empty(new Publication(new SiteFolder(scratch["site"]), NoPrinter).Edited);
        Assert.Equal("page", await scratch.ReadAsync("site/index.html"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Printer NoPrinter { get; } =
        (_, _, _) => throw new InvalidOperationException("nothing is to be printed");

    /// <summary>Prints the document's text, and sees to it that what it names lies beside it.</summary>
    private static Printer TextPrinter { get; } =
        async (prints, folder, cancel) =>
        {
            var print = Assert.Single(prints);
            Assert.True(File.Exists(Path.Combine(folder, "figures", "a.webp")));
            var text = await File.ReadAllTextAsync(Path.Combine(folder, print.Path), cancel);
            return new Dictionary<string, byte[]> { [print.Pdf] = Bytes("printed " + text.Split('|')[0]) };
        };

    private static Task<string> PublishAsync(Scratch scratch, SiteDraft draft) =>
        PublishAsync(scratch, draft, TextPrinter);

    private static Task<string> PublishAsync(Scratch scratch, SiteDraft draft, Printer? printer)
    {
        var files = new Dictionary<string, byte[]> { ["data/ae/run.json"] = Bytes("{}\n") };
        var evidence = new Evidence(files, files.ToDictionary(f => f.Key, f => FileDigests.OfBytes(f.Value)));
        return new Publication(new SiteFolder(scratch["site"]), printer).PublishAsync(draft, evidence, Cancel);
    }

    private static SiteDraft Draft(string text)
    {
        var content = Bytes(text + "|recto.css");
        return new SiteDraft(
            Files("page"),
            [new PrintEdition(Language.English, "en/print.html", content, "report.pdf", "T", [], [])],
            []
        );
    }

    private static Dictionary<string, byte[]> Files(string page, string image = "image") =>
        new()
        {
            ["index.html"] = Bytes(page),
            ["recto.css"] = Bytes("url(figures/a.webp)"),
            ["figures/a.webp"] = Bytes(image),
        };

    private static List<(string File, DateTime Time)> Times(Scratch scratch) =>
        [.. scratch.Files("site").Select(f => (f, File.GetLastWriteTimeUtc(scratch["site/" + f])))];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
