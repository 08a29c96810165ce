using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recto.Diagnostics;

/// <summary>For whom diagnostics are written.</summary>
public enum DiagnosticFormat
{
    /// <summary>People, and editors that look for <c>file(line,col): error code: sentence</c>.</summary>
    Text,

    /// <summary>Programs: one array of objects, stable.</summary>
    Json,

    /// <summary>GitHub Actions, which shows them beside the lines of a pull request.</summary>
    Github,
}

/// <summary>Diagnostics as they are printed.</summary>
public static class DiagnosticWords
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese stays readable; nobody puts this into HTML.
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Where a code is explained, with an example and its mend.</summary>
    public const string Guide = "https://recto-report.github.io/recto/guide/en/errors.html";

    public static string HelpOf(string code) => $"{Guide}#{code}";

    public static IEnumerable<string> Of(IReadOnlyList<Diagnostic> found, DiagnosticFormat format) =>
        format switch
        {
            DiagnosticFormat.Json => Array(found),
            DiagnosticFormat.Github => found.Select(Annotation),
            _ => found.Select(d => d.ToString()),
        };

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Sum(IReadOnlyList<Diagnostic> found)
    {
        var errors = found.Count(d => d.Severity == Severity.Error);
        return found.Count == 0 ? "nothing wrong"
            : errors == found.Count ? Count(errors, "error")
            : errors == 0 ? Count(found.Count, "warning")
            : $"{Count(errors, "error")}, {Count(found.Count - errors, "warning")}";
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>One object a line, so that two lists can be compared line by line.</summary>
    private static IEnumerable<string> Array(IReadOnlyList<Diagnostic> found) =>
        found.Count == 0
            ? ["[]"]
            :
            [
                "[",
                .. found.Select(
                    (d, i) => $"  {JsonSerializer.Serialize(Entry(d), Json)}{(i < found.Count - 1 ? "," : "")}"
                ),
                "]",
            ];

    private static object Entry(Diagnostic d) =>
        new
        {
            d.Code,
            Severity = Word(d),
            d.Place?.File,
            d.Place?.Line,
            d.Place?.Column,
            d.Message,
            Help = HelpOf(d.Code),
        };

    private static string Annotation(Diagnostic d)
    {
        var place = d.Place is { } p
            ? string.Create(CultureInfo.InvariantCulture, $"file={Property(p.File)},line={p.Line},col={p.Column},")
            : "";
        return $"::{Word(d)} {place}title={Property(d.Code)}::{Data($"{d.Message} ({HelpOf(d.Code)})")}";
    }

    private static string Word(Diagnostic d) => d.Severity == Severity.Error ? "error" : "warning";

    /// <summary>As GitHub's own toolkit escapes what stands behind the second <c>::</c>.</summary>
    private static string Data(string text) =>
        new StringBuilder(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A").ToString();

    private static string Property(string text) =>
        new StringBuilder(Data(text)).Replace(":", "%3A").Replace(",", "%2C").ToString();
}
