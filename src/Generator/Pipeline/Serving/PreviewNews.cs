using System.Buffers;
using System.Text;
using System.Text.Json;
using Recto.Diagnostics;
using Recto.Runs;

namespace Recto.Pipeline.Serving;

/// <summary>All that a viewer must know to show the present state, whatever it showed before.</summary>
internal static class PreviewNews
{
    /// <param name="path">Of the page that is open.</param>
    public static string Of(string path, Preview preview, PreviewTraining training)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("digest", preview.Edition?.Read(path) is { } page ? DigestOf(page) : "");
            Write(json, "loaded", preview.Edition?.Loaded ?? new Dictionary<string, string>());
            Write(json, [.. preview.Found, .. training.Found]);
            Write(json, training, preview.Edition?.Forecast);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static string DigestOf(byte[] page) => FileDigests.OfBytes(page)[..12];

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        map.ToList().ForEach(e => json.WriteString(e.Key, e.Value));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Diagnostic> found)
    {
        json.WriteStartArray("found");
        foreach (var diagnostic in found)
        {
            json.WriteStartObject();
            json.WriteBoolean("error", diagnostic.Severity == Severity.Error);
            json.WriteString("place", diagnostic.Place?.ToString() ?? "");
            json.WriteString("code", diagnostic.Code);
            json.WriteString("text", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PreviewTraining training, Forecast? forecast)
    {
        if (training.IsRunning)
        {
            json.WriteStartArray("training");
            foreach (var (run, part, words) in training.Progress)
            {
                json.WriteStartObject();
                json.WriteString("run", run);
                json.WriteNumber("part", part);
                json.WriteString("words", words);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else if (forecast?.Due.ToList() is { Count: > 0 } due)
        {
            json.WriteStartObject("due");
            json.WriteString("time", PlanWords.Duration(forecast.Seconds));
            json.WriteStartArray("runs");
            due.ForEach(run => json.WriteStringValue(run.State.Id));
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
