using System.Net;
using System.Net.Sockets;
using System.Text;
using Recto.Tests.Runs;
using Xunit;

namespace Recto.Tests.Pipeline.Serving;

/// <summary>What <c>recto serve</c> answers, and to whom.</summary>
public sealed class ServeTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task It_serves_what_a_build_would_publish_publishes_nothing_and_ends_when_it_is_told_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        await using var served = await ServedReport.StartAsync();
        var before = Times(served.Folder);
        using var http = new HttpClient();
        foreach (var path in served.Folder.Files("site").Where(f => f is not "manifest.json"))
        {
            var bytes = await http.GetByteArrayAsync(new Uri(served.Address + path), Cancel);
            var published = await File.ReadAllBytesAsync(served.Folder["site/" + path], Cancel);
            Assert.Equal(Encoding.UTF8.GetString(published), Unfollowed(bytes));
        }

        served.Write("Changed.");
        await WaitAsync(async () =>
            (await http.GetStringAsync(new Uri(served.Address + "en/one.html"), Cancel)).Contains(
                "Changed.",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(before, Times(served.Folder));
        Assert.Equal(0, await served.InterruptAsync());
    }

    [Fact]
    public static async Task A_PDF_is_printed_when_it_is_asked_for_of_what_is_shown_and_never_published()
    {
        await using var served = await ServedReport.StartAsync();
        var before = Times(served.Folder);
        using var http = new HttpClient();
        var printed = await http.GetByteArrayAsync(new Uri(served.Address + "report.en.pdf"), Cancel);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(printed), StringComparison.Ordinal);
        Assert.Equal(printed, await http.GetByteArrayAsync(new Uri(served.Address + "report.en.pdf"), Cancel));

        served.Write("Changed.");
        await WaitAsync(async () =>
        {
            var bytes = await http.GetByteArrayAsync(new Uri(served.Address + "report.en.pdf"), Cancel);
            return !printed.SequenceEqual(bytes);
        });
        var other = await http.GetAsync(new Uri(served.Address + "report.xx.pdf"), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(before, Times(served.Folder));
    }

    [Theory]
    [InlineData("GET /%2e%2e/content/report.yml", "localhost", 404)]
    [InlineData("GET /data/ae/%2e%2e/%2e%2e/%2e%2e/content/report.yml", "localhost", 404)]
    [InlineData("GET /data/ae/..%2F..%2F..%2Fcontent%2Freport.yml", "localhost", 404)]
    [InlineData("GET /content/report.yml", "localhost", 404)]
    [InlineData("GET /en/one.html", "localhost", 200)]
    [InlineData("GET /en/one.html", "127.0.0.1", 200)]
    [InlineData("GET /en/one.html", "evil.example", 404)]
    [InlineData("POST /-/train", "localhost", 403)]
    [InlineData("POST /-/train", "evil.example", 404)]
    [InlineData("PUT /en/one.html", "localhost", 403)]
    public async Task Nothing_but_the_site_is_served_and_only_to_pages_of_ours(string asked, string host, int code)
    {
        var port = new Uri(shared.Address).Port;
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Cancel);
        var request = $"{asked} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(client.GetStream());
        Assert.StartsWith($"HTTP/1.1 {code} ", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("authors:", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Bytes_that_did_not_change_are_no_news_and_a_renamed_file_is()
    {
        await using var served = await ServedReport.StartAsync();
        using var http = new HttpClient();
        await using var stream = await http.GetStreamAsync(new Uri(served.Address + "-/news?page=en/one.html"), Cancel);
        using var news = new StreamReader(stream);
        var first = await NextAsync();
        await Task.Delay(2_000, Cancel); // The gates have looked at all of it and said so.
        var file = served.Folder["content/one/en.md"];
        var text = await File.ReadAllTextAsync(file, Cancel);
        await File.WriteAllTextAsync(file, text, Cancel);
        await Task.Delay(500, Cancel);
        await File.WriteAllTextAsync(file + "~", text + "Renamed.\n", Cancel);
        File.Move(file + "~", file, overwrite: true);
        string next;
        do
        {
            next = await NextAsync();
        } while (DigestOf(next) == DigestOf(first));
        Assert.Contains(
            "Renamed.",
            await http.GetStringAsync(new Uri(served.Address + "en/one.html"), Cancel),
            StringComparison.Ordinal
        );

        async Task<string> NextAsync()
        {
            string? line;
            do
            {
                line = await news.ReadLineAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancel);
            } while (line is "");
            return line ?? "";
        }

        static string DigestOf(string line) => line.Split('"')[3];
    }

    [Theory]
    [InlineData("0", "--port needs a whole number from 1, not '0'")]
    [InlineData("65536", "--port needs a number to 65535, not '65536'")]
    [InlineData("http", "--port needs a whole number from 1, not 'http'")]
    public static async Task A_port_that_is_none_is_refused(string port, string why)
    {
        using var report = new StubBuild();
        var (exit, _, errors) = await report.VerbAsync("serve", "--port", port);
        Assert.Equal(2, exit);
        Assert.Contains(why, errors, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_port_that_is_taken_is_named()
    {
        using var report = new StubBuild();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (exit, _, errors) = await report.VerbAsync("serve", "--port", port);
        Assert.Equal(5, exit);
        Assert.StartsWith($"recto: port {port} cannot be served on: ", errors, StringComparison.Ordinal);
    }

    private static string Unfollowed(byte[] bytes) =>
        string.Join(
            '\n',
            Encoding
                .UTF8.GetString(bytes)
                .Split('\n')
                .Where(line => !line.StartsWith("<script src=\"/-/preview.js\"", StringComparison.Ordinal))
        );

    private static List<(string File, DateTime Time)> Times(Scratch scratch) =>
        [.. scratch.Files("site").Select(f => (f, File.GetLastWriteTimeUtc(scratch["site/" + f])))];

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; !await isSo(); i++)
        {
            Assert.True(i < 200, "it does not come");
            await Task.Delay(100, Cancel);
        }
    }
}
