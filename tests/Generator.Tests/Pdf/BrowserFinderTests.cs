using System.Runtime.InteropServices;
using Recto.Diagnostics;
using Recto.Pdf;
using Xunit;

namespace Recto.Tests.Pdf;

public static class BrowserFinderTests
{
    private const string Downloaded = "/cache/playwright/chrome";

    [Fact]
    public static void What_the_variable_names_comes_first() =>
        Assert.Equal(
            "/opt/mine",
            Find(Linux("debian", files: ["/opt/mine", "/usr/bin/chromium"], ("RECTO_BROWSER", "/opt/mine")))
        );

    [Fact]
    public static void An_installed_browser_comes_before_the_downloaded_one() =>
        Assert.Equal("/usr/bin/google-chrome", Find(Linux("debian", files: ["/usr/bin/google-chrome", Downloaded])));

    [Fact]
    public static void The_downloaded_one_comes_last() =>
        Assert.Equal(Downloaded, Find(Linux("debian", files: [Downloaded])));

    [Fact]
    public static void Ubuntu_s_stub_is_no_browser() =>
        Assert.Equal(
            Downloaded,
            Find(
                Linux("ubuntu", files: ["/usr/bin/chromium-browser", Downloaded]) with
                {
                    Head = _ => "#!/bin/sh\nexec /snap/bin/chromium \"$@\"",
                }
            )
        );

    [Fact]
    public static void Windows_and_mac_keep_theirs_elsewhere()
    {
        const string edge = "C:/Programs/Microsoft/Edge/Application/msedge.exe";
        const string chrome = "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

        Assert.Equal(edge, Find(Host(OSPlatform.Windows, "", [edge], ("ProgramFiles(x86)", "C:/Programs"))));
        Assert.Equal(chrome, Find(Host(OSPlatform.OSX, "", [chrome], ("HOME", "/Users/ada"))));
    }

    [Fact]
    public static void A_wrong_variable_is_an_error()
    {
        var host = Linux("debian", files: ["/usr/bin/chromium"], ("RECTO_BROWSER", "/opt/gone"));

        Assert.Equal(
            "RECTO_BROWSER names '/opt/gone', which does not exist. Correct it or unset it.",
            Assert.Throws<ReportException>(() => Find(host)).Message
        );
    }

    [Theory]
    [InlineData("debian", "Run: sudo apt-get install -y chromium  (or set RECTO_BROWSER)")]
    [InlineData("ubuntu", "cli.js\" install chromium --with-deps  (or set RECTO_BROWSER)")]
    public static void Without_any_the_way_to_get_one_is_told(string distribution, string advice)
    {
        var error = Assert.Throws<ReportException>(() => Find(Linux(distribution, files: [])));

        Assert.Equal(ExitCode.SomethingMissing, error.Exit);
        Assert.StartsWith(
            "Printing the PDF needs Chromium, Chrome or Edge, and none is",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(advice, error.Message, StringComparison.Ordinal);
    }

    private static string Find(HostSystem host) => BrowserFinder.Find(host, Downloaded);

    private static HostSystem Linux(string distribution, string[] files, params (string, string)[] variables) =>
        Host(OSPlatform.Linux, distribution, files, [("PATH", "/usr/bin:/snap/bin"), .. variables]);

    private static HostSystem Host(
        OSPlatform platform,
        string distribution,
        string[] files,
        params (string Name, string Value)[] variables
    ) =>
        new()
        {
            Platform = platform,
            Distribution = distribution,
            Variable = name => variables.FirstOrDefault(v => v.Name == name).Value,
            Exists = path => files.Contains(path),
            Head = _ => "\u007fELF",
        };
}
