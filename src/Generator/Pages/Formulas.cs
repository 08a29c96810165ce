using Markdig.Extensions.Mathematics;
using Recto.Content.Markdown;
using Recto.Diagnostics;

namespace Recto.Pages;

/// <summary>Formulas with the author's positions; Markdig counts lines and columns from 0.</summary>
public static class Formulas
{
    public static Formula Of(MathInline maths, string file)
    {
        var tex = maths.Content.ToString();
        return new Formula(tex, Display: false, At);

        Place At(int position)
        {
            var before = tex[..Math.Min(position, tex.Length)];
            var lineEnds = before.Count(c => c == '\n');
            return lineEnds == 0
                ? new Place(file, maths.Line + 1, maths.Column + maths.DelimiterCount + position + 1)
                : new Place(file, maths.Line + lineEnds + 1, before.Length - before.LastIndexOf('\n'));
        }
    }

    public static Formula Of(MathBlock maths, string file)
    {
        var lines = (maths.Lines.Lines ?? []).Take(maths.Lines.Count).ToList();
        return new Formula(string.Join('\n', lines.Select(l => l.Slice.ToString())), Display: true, At);

        Place At(int position)
        {
            var left = position;
            foreach (var line in lines)
            {
                if (left <= line.Slice.Length)
                {
                    return new Place(file, line.Line + 1, line.Column + left + 1);
                }

                left -= line.Slice.Length + 1;
            }

            return Places.Of(file, maths);
        }
    }
}
