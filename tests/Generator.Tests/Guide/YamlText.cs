using System.Text.RegularExpressions;

namespace Recto.Tests.Guide;

/// <summary>YAML as an author edits it: by blocks of lines, so that what is left alone stays as it was typed.</summary>
internal static partial class YamlText
{
    /// <summary>The file with these keys added; an entry that is there already, two levels deep, is replaced.</summary>
    public static string Merged(string file, string added)
    {
        var keys = Blocks(file, 0);
        foreach (var (name, lines) in Blocks(added, 0))
        {
            var at = keys.FindIndex(k => k.Name == name && name.Length > 0);
            if (at < 0)
            {
                keys.Add((name, lines));
                continue;
            }

            if (Rest(lines).Length == 0)
            {
                keys[at] = (name, lines);
                continue;
            }

            var body = Blocks(Rest(keys[at].Lines), 2);
            foreach (var entry in Blocks(Rest(lines), 2))
            {
                var old = body.FindIndex(b => b.Name == entry.Name && entry.Name.Length > 0);
                if (old < 0)
                {
                    body.Add(entry);
                }
                else
                {
                    body[old] = entry;
                }
            }

            var head = body.Count > 0 ? keys[at].Lines.Split('\n')[0] + "\n" : lines;
            keys[at] = (name, head + string.Concat(body.Select(b => b.Lines)));
        }

        return string.Concat(keys.Select(k => k.Lines));
    }

    private static string Rest(string lines) => lines[(lines.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    /// <summary>Each key at this depth with the lines that are its own; what stands before the first has no name.</summary>
    private static List<(string Name, string Lines)> Blocks(string text, int depth)
    {
        var blocks = new List<(string Name, string Lines)>();
        foreach (var line in text.Split('\n').SkipLast(text.EndsWith('\n') ? 1 : 0))
        {
            var key = Key().Match(line);
            if (key.Success && key.Groups["indent"].Length == depth)
            {
                blocks.Add((key.Groups["name"].Value, line + "\n"));
            }
            else if (blocks.Count == 0)
            {
                blocks.Add(("", line + "\n"));
            }
            else
            {
                blocks[^1] = (blocks[^1].Name, blocks[^1].Lines + line + "\n");
            }
        }

        return blocks;
    }

    [GeneratedRegex(@"^(?<indent> *)(?<name>[A-Za-z0-9_-]+):")]
    private static partial Regex Key();
}
