using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;

namespace Recto.Experiments.Artifacts;

/// <summary>Weights as a safetensors file: the header's length, a JSON header, the values, little-endian.</summary>
public static class SafeTensors
{
    public const string File = "weights.safetensors";

    /// <summary>Every parameter under its name, in the order of the layers.</summary>
    public static byte[] Write(IEnumerable<Parameter> parameters)
    {
        var header = new JsonObject();
        using var data = new MemoryStream();
        foreach (var parameter in parameters)
        {
            var start = data.Length;
            data.Write(MemoryMarshal.AsBytes(parameter.Value.Span));
            header[parameter.Name] = new JsonObject
            {
                ["dtype"] = "F32",
                ["shape"] = new JsonArray([.. parameter.Shape.Select(s => JsonValue.Create(s))]),
                ["data_offsets"] = new JsonArray(start, data.Length),
            };
        }
        var text = Encoding.UTF8.GetBytes(header.ToJsonString());
        var padding = (8 - text.Length % 8) % 8; // values begin at a multiple of 8
        var file = new byte[8 + text.Length + padding + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length + padding);
        text.CopyTo(file, 8);
        file.AsSpan(8 + text.Length, padding).Fill((byte)' ');
        data.GetBuffer().AsSpan(0, (int)data.Length).CopyTo(file.AsSpan(8 + text.Length + padding));
        return file;
    }

    /// <summary>Puts saved values back into parameters of the same names and shapes.</summary>
    /// <exception cref="RunException"><c>weights-damaged</c>: the file is no such file, or of another network.</exception>
    public static void Read(ReadOnlySpan<byte> file, IEnumerable<Parameter> parameters)
    {
        try
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
            var header = JsonNode.Parse(file.Slice(8, length))!;
            var data = file[(8 + length)..];
            foreach (var parameter in parameters)
                Copy(header[parameter.Name]!, data, parameter);
        }
        catch (Exception e)
            when (e is JsonException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new RunException("weights-damaged", $"The saved weights are not those of this network: {e.Message}");
        }
    }

    private static void Copy(JsonNode entry, ReadOnlySpan<byte> data, Parameter to)
    {
        var shape = entry["shape"]!.AsArray().Select(s => (int)s!);
        if ((string?)entry["dtype"] != "F32" || !shape.SequenceEqual(to.Shape))
            throw new ArgumentException($"{to.Name} has another type or shape.");
        var (start, end) = ((int)entry["data_offsets"]![0]!, (int)entry["data_offsets"]![1]!);
        MemoryMarshal.Cast<byte, float>(data[start..end]).CopyTo(to.Value.Span);
    }
}
