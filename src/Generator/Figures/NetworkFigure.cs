using System.Globalization;
using Recto.Content;
using Recto.Experiments.Contract;

namespace Recto.Figures;

/// <summary>A network from input to output, read off the run's layer table: its layers, their links hold the weights.</summary>
public static class NetworkFigure
{
    /// <summary>CSS pixels of the tallest layer, and of the tallest where some are planes.</summary>
    private const double Tallest = 160;

    /// <inheritdoc cref="Tallest"/>
    private const double TallestPlanes = 112;

    /// <summary>Room above planes for what is done between them.</summary>
    private const double LinkRoom = 32;

    private const double LinkTop = 4;

    private const int RowHeight = 19;

    /// <summary>Font size that the page's style sheet gives to words in figures on a phone, in our pixels.</summary>
    private const double PhoneSize = 23;

    /// <summary>The same on paper, with a little for bold type.</summary>
    private const double PaperSize = 16;

    public static Func<Terms, Drawing>? Draw(FigureSource source)
    {
        var run = source.Runs[0];
        var layers = Part(run.Record, source.Request.Options.GetValueOrDefault(FigureKinds.Part, "all"));
        var (tallest, room) = layers.Exists(l => l.Shape.Count == 3) ? (TallestPlanes, LinkRoom) : (Tallest, 0);
        var middle = 12 + room + tallest / 2;
        var layout = NetworkLayout.Of(layers, tallest, middle);
        return terms => Draw(layout, middle + tallest / 2 + 22, terms) with { Data = [$"{run.Id}/run.json"] };
    }

    /// <summary>The layers of a part; a decoder's code comes first, and as its input brings no weights.</summary>
    private static List<LayerRecord> Part(RunRecord record, string part)
    {
        var code = record.Layers.Last(l => l.Role == "code");
        var readsCode = record.Spec.Head?.On is HeadInput.Code;
        return part switch
        {
            "encoder" => [.. record.Layers.Where(l => l.Role is "input" or "encoder" or "code")],
            "decoder" =>
            [
                code with
                {
                    Name = "code",
                    Kind = "input",
                    Activation = null,
                    Parameters = 0,
                },
                .. record.Layers.Where(l => l.Role is "decoder" or "output"),
            ],
            _ => [.. record.Layers.Where(l => !readsCode || l.Role is not ("decoder" or "output"))],
        };
    }

    /// <param name="words">CSS pixels from the top to the words below the layers.</param>
    private static Drawing Draw(NetworkLayout layout, double words, Terms terms)
    {
        var rows = layout.HasPlanes ? 4 : 3;
        using var sheet = new Sheet((int)words + 34 + rows * RowHeight);
        var pane = sheet.AddPixels();
        NetworkShapes.Draw(pane, layout);
        WriteNames(sheet, pane, layout, words, terms);
        for (var row = 1; row < rows; row++)
        {
            WriteRow(sheet, layout, words, row, b => NetworkWords.Below(b.Layer, rows)[row - 1]);
        }

        WriteLinks(sheet, layout, terms);
        var total = Said(terms["parameters_total"], layout.Blocks.Sum(b => b.Layer.Parameters));
        sheet.Write(new Word(Sheet.FullWidth / 2.0, words + 18 + rows * RowHeight, total) { Down = Down.Top });
        return sheet.Finish();
    }

    /// <summary>Each layer's name below it; where they would not fit, one for all neighbours of a role, below a line.</summary>
    private static void WriteNames(Sheet sheet, Pane pane, NetworkLayout layout, double y, Terms terms)
    {
        var names = NetworkWords.Names([.. layout.Blocks.Select(b => b.Layer)], terms);
        if (names.Values.Any(n => Width(n, PaperSize) > layout.Spacing - 8))
        {
            foreach (var group in NetworkWords.Neighbours(layout))
            {
                var (left, right) = (group[0].Left, group[^1].Right);
                var name = terms[$"layer_{group[0].Layer.Role}"];
                if (group.Count > 1)
                {
                    pane.Line(Ink.Line, 1, [left, right], [y - 7, y - 7]);
                }

                WriteName(
                    sheet,
                    new Word((left + right) / 2, y, name) { Down = Down.Top },
                    group.Count * layout.Spacing
                );
            }

            return;
        }

        var room = names.Values.Max(n => Width(n, PhoneSize)) > layout.Spacing ? 0 : layout.Spacing;
        foreach (var column in layout.Columns)
        {
            var free = NetworkWords.IsLandmark(column[^1].Layer) ? double.PositiveInfinity : room;
            WriteName(sheet, new Word(column[^1].X, y, names[column[^1].Layer.Name]) { Down = Down.Top }, free);
            if (column.Count > 1)
            {
                WriteName(sheet, new Word(column[0].X, column[0].Top - 14, names[column[0].Layer.Name]), room);
            }
        }
    }

    /// <param name="room">Our pixels that a phone has for it.</param>
    private static void WriteName(Sheet sheet, Word word, double room) =>
        sheet.Write(word with { Ink = Ink.Text, Bold = true, Minor = Width(word.Text, PhoneSize) > room });

    /// <summary>A line of words below the names; if one of them would not fit on a phone, only input, code and output keep theirs.</summary>
    private static void WriteRow(Sheet sheet, NetworkLayout layout, double y, int row, Func<Block, string> say)
    {
        var words = layout.Columns.Select(c => c[^1]).Select(b => (Block: b, Text: say(b))).ToList();
        var crowded = words.Exists(w => Width(w.Text, PhoneSize) > layout.Spacing);
        foreach (var (block, text) in words.Where(w => w.Text.Length > 0))
        {
            var minor = row > 1 || (crowded && !NetworkWords.IsLandmark(block.Layer));
            sheet.Write(
                new Word(block.X, y, text)
                {
                    Down = Down.Top,
                    Line = row,
                    Minor = minor,
                }
            );
        }
    }

    /// <summary>How many weights a link holds; in networks of planes there is no room for that but over the link.</summary>
    private static void WriteLinks(Sheet sheet, NetworkLayout layout, Terms terms)
    {
        var links = layout.Links.Select(l => (l.From, l.To, Count: Parameters(l.To.Layer, layout, terms))).ToList();
        var crowded = links.Exists(l => Width(l.Count, PhoneSize) > layout.Spacing - 16);
        foreach (var (from, to, count) in links)
        {
            var x = (from.Right + to.Left) / 2;
            if (layout.HasPlanes)
            {
                Write(new Word(x, LinkTop, terms[$"link_{to.Layer.Kind}"]) { Minor = true, Down = Down.Top });
                Write(
                    new Word(x, LinkTop, count)
                    {
                        Minor = true,
                        Down = Down.Top,
                        Line = 1,
                    }
                );
            }
            else
            {
                Write(new Word(x, (from.Y + to.Y) / 2, count) { Minor = crowded });
            }
        }

        void Write(Word word)
        {
            if (word.Text.Length > 0)
            {
                sheet.Write(word);
            }
        }
    }

    /// <summary>How many a layer has, if any; as a sentence where there is room.</summary>
    private static string Parameters(LayerRecord layer, NetworkLayout layout, Terms terms) =>
        layer.Parameters == 0 ? ""
        : layout.Spacing < NetworkLayout.Widest ? NetworkWords.Count(layer.Parameters)
        : Said(terms["parameters_count"], layer.Parameters);

    private static string Said(string sentence, long count) =>
        string.Format(CultureInfo.InvariantCulture, sentence, NetworkWords.Count(count));

    /// <summary>About, in our pixels.</summary>
    private static double Width(string word, double size) => size * word.Sum(c => c == '×' || c >= '\u2e80' ? 1 : 0.58);
}
