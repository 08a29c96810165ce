using System.Buffers;
using System.Text.Json;
using Recto.Experiments.Contract;
using Recto.Figures;
using Recto.Runs;

namespace Recto.Pages;

/// <summary><c>report.json</c>: what only the pages would show otherwise, for programs such as <c>recto diff</c>.</summary>
public static class ReportJson
{
    public const string Name = "report.json";

    /// <summary>Claim → verdict; figure, with its language → digest of what is drawn. Sorted: equal sites, equal bytes.</summary>
    public static byte[] Of(IEnumerable<PageContext> pages, FigureSet figures)
    {
        var claims = pages
            .SelectMany(page => page.Chapter.Claims.Select(claim => (claim.Id, Verdicts.Of(claim, page).Verdict)))
            .Where(c => c.Verdict is not null)
            .Select(c => (c.Id, JsonNamingPolicy.SnakeCaseLower.ConvertName($"{c.Verdict}")));
        var drawn = figures.Figures.Select(f => ($"{f.Id} {f.Language.Code}", DigestOf(f)));
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            Write(writer, "claims", claims);
            Write(writer, "figures", drawn);
            writer.WriteEndObject();
        }

        return [.. json.WrittenSpan, (byte)'\n'];
    }

    private static string DigestOf(Figure figure) =>
        Keys.Digest([
            figure.Svg,
            .. figure.Legend.Select(e => $"{e}"),
            .. figure.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => FileDigests.OfBytes(f.Value)),
        ]);

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<(string Key, string Value)> entries)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}
