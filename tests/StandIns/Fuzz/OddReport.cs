using System.Text;

namespace Recto.StandIns.Fuzz;

/// <summary>A report that was right until chance had its way with it: some of this repository's own chapters, mutated.</summary>
/// <param name="chance">The same chance gives the same report.</param>
internal sealed class OddReport(string repository, Random chance)
{
    private const int MostEdits = 4;

    /// <summary>Declares what the others refer to most.</summary>
    private const string First = "31-autoencoder";

    private static readonly string[][] Pieces =
    [
        Odd.Yaml,
        Odd.Markdown,
        Odd.Expressions,
        Odd.Formulas,
        Odd.Paths,
        Odd.Characters,
    ];

    /// <summary>What was done to it, for whoever repeats it.</summary>
    public string Story { get; private set; } = "";

    /// <summary>One short chapter of odd pieces, of which some are right.</summary>
    public bool IsSmall { get; } = chance.Next(2) == 0;

    /// <summary>Path below the report → bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() => IsSmall ? Small() : Mutated();

    /// <summary>A command line that changes no site.</summary>
    public string[] Command(string folder)
    {
        var odd =
            Odd.Paths[chance.Next(Odd.Paths.Length)]
            + (chance.Next(3) == 0 ? Odd.Characters[chance.Next(Odd.Characters.Length)] : "");
        string[] command = chance.Next(5) switch
        {
            0 => ["check", "--root", odd],
            1 => ["plan", "--only", odd, "--root", folder],
            2 => ["confirm", odd, "--root", folder],
            3 => ["check", "--format", odd, "--root", folder],
            _ => ["plan", odd, "--root", folder],
        };
        Story += $" $ {Shown(string.Join(' ', command))}";
        return command;
    }

    private Dictionary<string, byte[]> Small()
    {
        var pieces = Enumerable.Range(0, 1 + chance.Next(6)).Select(_ => Piece()).ToList();
        Story = string.Join(" | ", pieces.Select(Shown));
        var body = string.Concat(pieces.Select(p => p + (chance.Next(3) > 0 ? "\n\n" : " ")));
        return new()
        {
            ["content/report.yml"] = Encoding.UTF8.GetBytes(
                Report(["small"])
                    .Replace("[zh, en]", "[en]", StringComparison.Ordinal)
                    .Replace("sources: [zang2019]\n", "", StringComparison.Ordinal)
            ),
            ["content/small/en.md"] = Encoding.UTF8.GetBytes(Head + body),
        };
    }

    private string Piece()
    {
        string[][] kinds = [Odd.Markdown, Odd.Markdown, Odd.Expressions, Odd.Formulas, Odd.Characters, Odd.Right];
        var pieces = kinds[chance.Next(kinds.Length)];
        return pieces[chance.Next(pieces.Length)];
    }

    private const string Head = """
        ---
        title: Small
        experiments:
          ae_tanh: { model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }, data: strokes, epochs: 5 }
        claims:
          c: { holds: ae_tanh.test.mse < 1, expected: reproduced, text: { en: One } }
        ---
        # Small {#small}


        """;

    private Dictionary<string, byte[]> Mutated()
    {
        var files = Originals();
        var victims = files
            .Keys.Where(f => !f.EndsWith(".svg", StringComparison.Ordinal) || chance.Next(4) == 0)
            .ToList();
        var edits = 1 + chance.Next(MostEdits);
        for (var i = 0; i < edits; i++)
        {
            var victim = victims[chance.Next(victims.Count)];
            files[victim] = Edited(files[victim], victim);
        }

        return files;
    }

    private Dictionary<string, byte[]> Originals()
    {
        var content = Path.Combine(repository, "content");
        var chapters = Directory
            .EnumerateDirectories(content)
            .Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)
            .ToList();
        var other = chapters[chance.Next(chapters.Count)];
        var files = new Dictionary<string, byte[]>
        {
            ["content/report.yml"] = Encoding.UTF8.GetBytes(Report([First, other])),
        };
        foreach (var chapter in new[] { First, other }.Distinct())
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(content, chapter)).Order(StringComparer.Ordinal))
            {
                files[$"content/{chapter}/{Path.GetFileName(file)}"] = File.ReadAllBytes(file);
            }
        }

        foreach (var file in (string[])["references.yml", "glossary.yml", "numbers.yml", "translations.yml"])
        {
            files[$"content/{file}"] = File.ReadAllBytes(Path.Combine(content, file));
        }

        return files;
    }

    private static string Report(IEnumerable<string> chapters) =>
        $$"""
            title: { zh: 报告, en: Report }
            description: { zh: 说明, en: Description }
            authors: [A]
            url: https://example.org/
            languages: [zh, en]
            issued: 2026
            sources: [zang2019]
            parts:
              - { number: 3, title: { zh: 实验, en: Experiments }, chapters: [{{string.Join(
                ", ",
                chapters.Distinct()
            )}}] }
            data:
              mnist: { kind: strokes }
              strokes: { kind: strokes }

            """;

    private byte[] Edited(byte[] bytes, string file)
    {
        if (chance.Next(10) == 0)
        {
            return Bytes(bytes, file);
        }

        var text = Encoding.UTF8.GetString(bytes);
        var (what, edited) = Text(text);
        Story += $"{file}: {what}; ";
        return Encoding.UTF8.GetBytes(edited);
    }

    private (string What, string Text) Text(string text)
    {
        var (at, length) = (chance.Next(text.Length + 1), chance.Next(40));
        var end = Math.Min(text.Length, at + length);
        var pieces = Pieces[chance.Next(Pieces.Length)];
        var piece = pieces[chance.Next(pieces.Length)];
        return chance.Next(8) switch
        {
            0 => ($"{at}: cut {end - at}", text[..at] + text[end..]),
            1 => ($"{at}: twice {end - at}", text[..end] + text[at..]),
            2 => ($"{at}: ends", text[..at]),
            3 => ($"{at}: swapped", Swapped(text, at)),
            4 => (
                $"{at}: {Shown(piece)} many times",
                text[..at] + string.Concat(Enumerable.Repeat(piece, 1 + chance.Next(300))) + text[at..]
            ),
            5 => ($"{at}: {end - at} are {Shown(piece)}", text[..at] + piece + text[end..]),
            6 => ($"{at}: {Shown(piece)} in a line of its own", LineAt(text, at, piece)),
            _ => ($"{at}: {Shown(piece)}", text[..at] + piece + text[at..]),
        };
    }

    private static string LineAt(string text, int at, string piece)
    {
        var line = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return $"{text[..line]}{piece}\n{text[line..]}";
    }

    private static string Swapped(string text, int at)
    {
        var lines = text.Split('\n');
        var line = text[..at].Count(c => c == '\n');
        var next = (line + 1) % lines.Length;
        (lines[line], lines[next]) = (lines[next], lines[line]);
        return string.Join('\n', lines);
    }

    /// <summary>Encodings, and what disks do.</summary>
    private byte[] Bytes(byte[] bytes, string file)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = chance.Next(bytes.Length + 1);
        var (what, edited) = chance.Next(7) switch
        {
            0 => ("UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray()),
            1 => ("Latin-1", Encoding.Latin1.GetBytes(text)),
            2 => ("with a byte order mark", Encoding.UTF8.GetPreamble().Concat(bytes).ToArray()),
            3 => ("CRLF", Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))),
            4 => ("empty", []),
            5 => ($"cut at byte {at}", bytes[..at]),
            _ => ($"another byte {at}", Flipped(bytes, at)),
        };
        Story += $"{file}: {what}; ";
        return edited;
    }

    private byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        if (at < flipped.Length)
        {
            flipped[at] = (byte)chance.Next(256);
        }

        return flipped;
    }

    private static string Shown(string piece) =>
        string.Concat(piece.Select(c => char.IsControl(c) || c > 126 ? $"\\u{(int)c:X4}" : c.ToString()));
}
