using System.Text;
using Recto.Content;
using Recto.Experiments.Contract;
using Recto.Runs;

namespace Recto.Figures;

/// <summary>Figures that were drawn before, in <c>.cache/figures</c>: drawing takes ten times as long as all the rest of a build.</summary>
/// <param name="program">Digest of the code that draws.</param>
public sealed class FigureCache(Workspace workspace, string program)
{
    private readonly DigestCache cache = new(Path.Combine(workspace.Cache, "figures"), workspace.IsForReading);

    /// <summary>Which glyphs there are is part of a figure: one that asks for others is an error.</summary>
    private readonly string font = FileDigests.OfFile(ReportFont.FileOf(workspace));

    /// <summary>Digest of all that a figure is made of but its words; where it is asked for does not count.</summary>
    /// <param name="runs">Their digests.</param>
    /// <param name="code">Digest of that which the report brings along to draw it.</param>
    public string KeyOf(FigureRequest request, IEnumerable<string> runs, Language language, string code = "") =>
        Keys.Digest([
            program,
            code,
            font,
            request.Id,
            request.Kind,
            string.Join(' ', request.Runs),
            Lines(request.Options),
            string.Join('\n', request.Sweeps.Select(SweepText)),
            language.Code,
            .. runs,
        ]);

    /// <summary>What was drawn under that key with the same words, as far as it asked for any.</summary>
    public Figure? Find(string key, Terms terms)
    {
        var (language, words) = terms;
        if (
            cache.Find(key) is not { } asked
            || cache.Find(
                KeyOf(key, Encoding.UTF8.GetString(asked).Split('\n', StringSplitOptions.RemoveEmptyEntries), words)
            )
                is not { } bytes
        )
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return new Figure(
            reader.ReadString(),
            language,
            reader.ReadString(),
            List(reader, () => new LegendEntry(reader.ReadString(), reader.ReadString(), Optional(reader))),
            List(reader, () => KeyValuePair.Create(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())))
                .ToDictionary(StringComparer.Ordinal),
            List(reader, reader.ReadString)
        );
    }

    /// <param name="words">With which it was drawn.</param>
    internal void Keep(string key, HeardWords words, Figure figure)
    {
        string[] asked = [.. words.Asked];
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(figure.Id);
        writer.Write(figure.Svg);
        writer.Write(figure.Legend.Count);
        foreach (var (label, mark, dash) in figure.Legend)
        {
            writer.Write(label);
            writer.Write(mark);
            writer.Write(dash is not null);
            writer.Write(dash ?? "");
        }

        writer.Write(figure.Files.Count);
        foreach (var (path, content) in figure.Files)
        {
            writer.Write(path);
            writer.Write(content.Length);
            writer.Write(content);
        }

        writer.Write(figure.Data.Count);
        figure.Data.ToList().ForEach(writer.Write);
        writer.Flush();
        cache.Keep(key, Encoding.UTF8.GetBytes(string.Join('\n', asked)));
        cache.Keep(KeyOf(key, asked, words), bytes.ToArray());
    }

    private static string KeyOf(string key, IEnumerable<string> asked, IReadOnlyDictionary<string, string> words) =>
        Keys.Digest([key, .. asked.SelectMany(name => new[] { name, words.GetValueOrDefault(name, "") })]);

    public void Prune() => cache.Prune();

    private static string SweepText(Sweep sweep) =>
        $"{sweep.Id} {string.Join(' ', sweep.Keys)}: "
        + string.Join(", ", sweep.Members.Select(m => $"{m.Run} {string.Join(' ', m.Values)}"));

    private static string Lines(IReadOnlyDictionary<string, string> words) =>
        string.Concat(words.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}={w.Value}\n"));

    private static List<T> List<T>(BinaryReader reader, Func<T> read) =>
        [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => read())];

    private static string? Optional(BinaryReader reader)
    {
        var isThere = reader.ReadBoolean();
        var text = reader.ReadString();
        return isThere ? text : null;
    }
}
