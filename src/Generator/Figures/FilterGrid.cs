using Recto.Runs;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>A run's first filters side by side, as many as there is room for.</summary>
/// <param name="Filters">[filters, height, width].</param>
/// <param name="Gap">CSS pixels between filters, as all lengths here.</param>
internal sealed record FilterGrid(string Name, NpyArray Filters, int Columns, int Rows, int Gap, int Left, int Top)
{
    /// <summary>A filter's side, if its pixels divide it.</summary>
    public const int Side = 56;

    public int Count => Math.Min(Columns * Rows, Filters.Shape[0]);

    public int Bottom => Top + (Count + Columns - 1) / Columns * (Side + Gap) - Gap;

    public void Paint(SKBitmap picture, Palette palette)
    {
        for (var i = 0; i < Count; i++)
        {
            Paint(picture, palette, i);
        }
    }

    /// <summary>Each filter by the largest of its weights, or the faint ones would not be seen.</summary>
    private void Paint(SKBitmap picture, Palette palette, int index)
    {
        var (h, w) = (Filters.Shape[1], Filters.Shape[2]);
        var pixel = Math.Max(1, Side / Math.Max(h, w));
        var weights = Filters.Values.Skip(index * h * w).Take(h * w).ToList();
        var largest = weights.Max(Math.Abs);
        var (left, top) = (Left + index % Columns * (Side + Gap), Top + index / Columns * (Side + Gap));
        foreach (var (i, weight) in weights.Index())
        {
            var colour = palette.Diverging(largest > 0 ? weight / largest : 0);
            picture.Erase(colour, SKRectI.Create(left + i % w * pixel, top + i / w * pixel, pixel, pixel));
        }
    }
}
