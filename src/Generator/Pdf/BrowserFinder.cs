using System.Runtime.InteropServices;
using Recto.Diagnostics;

namespace Recto.Pdf;

/// <summary>Where a Chromium may lie: <c>RECTO_BROWSER</c>, an installed one, Playwright's own download.</summary>
public static class BrowserFinder
{
    public const string Variable = "RECTO_BROWSER";

    private static readonly IReadOnlyList<string> LinuxPrograms =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "microsoft-edge-stable",
    ];

    private static readonly IReadOnlyList<string> MacPrograms = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly IReadOnlyList<string> WindowsPrograms =
    [
        "Google/Chrome/Application/chrome.exe",
        "Chromium/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ];

    private static readonly IReadOnlyList<string> WindowsFolders =
    [
        "ProgramFiles",
        "ProgramFiles(x86)",
        "LocalAppData",
    ];

    /// <param name="system">What is asked about the machine.</param>
    /// <param name="downloaded">Where Playwright would keep its own.</param>
    /// <exception cref="ReportException">There is none; the message says how to get one.</exception>
    public static string Find(HostSystem system, string downloaded)
    {
        if (system.Variable(Variable) is { Length: > 0 } named)
        {
            return system.Exists(named)
                ? named
                : throw Missing($"{Variable} names '{named}', which does not exist. Correct it or unset it.");
        }

        return Installed(system).Append(downloaded).FirstOrDefault(system.Exists)
            ?? throw Missing(
                $"Printing the PDF needs Chromium, Chrome or Edge, and none is installed. {Advice(system)}"
            );
    }

    private static IEnumerable<string> Installed(HostSystem system) =>
        system.Platform == OSPlatform.Windows ? OnWindows(system)
        : system.Platform == OSPlatform.OSX ? OnMac(system)
        : OnLinux(system);

    private static IEnumerable<string> OnWindows(HostSystem system) =>
        from program in WindowsPrograms
        from variable in WindowsFolders
        let folder = system.Variable(variable)
        where !string.IsNullOrEmpty(folder)
        select $"{folder}/{program}";

    private static IEnumerable<string> OnMac(HostSystem system) =>
        from program in MacPrograms
        from home in new[] { "", system.Variable("HOME") }
        select $"{home}/Applications/{program}.app/Contents/MacOS/{program}";

    private static IEnumerable<string> OnLinux(HostSystem system) =>
        from name in LinuxPrograms
        from folder in (system.Variable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        let path = $"{folder}/{name}"
        where !IsSnap(system, path)
        select path;

    /// <summary>Ubuntu's package is a script that starts a snap, which may not read our folders, or is not there at all.</summary>
    private static bool IsSnap(HostSystem system, string path) =>
        path.StartsWith("/snap/", StringComparison.Ordinal)
        || (system.Exists(path) && system.Head(path).Contains("/snap/bin/", StringComparison.Ordinal));

    private static string Advice(HostSystem system)
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "cli.js");
        var download = $"node \"{driver}\" install chromium";
        return system switch
        {
            { Platform: var p } when p == OSPlatform.Windows || p == OSPlatform.OSX =>
                $"Run: {download}  (or install Chrome, or set {Variable})",
            { Distribution: "debian" } => $"Run: sudo apt-get install -y chromium  (or set {Variable})",
            { Distribution: "fedora" } => $"Run: sudo dnf install -y chromium  (or set {Variable})",
            _ => $"Run: {download} --with-deps  (or set {Variable})",
        };
    }

    private static ReportException Missing(string message) => new(ExitCode.SomethingMissing, message);
}
