using ScottPlot;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>Thousands of dots as pixels: as vectors they would weigh more than the page.</summary>
public static class DotsRaster
{
    /// <summary>Pixels of the picture a CSS pixel; scaling down smooths the dots, on dense screens and in print.</summary>
    public const int Scale = 3;

    /// <summary>Skia's word for it; few colours pack better this way.</summary>
    private const int Lossless = 100;

    public static Raster Draw(string id, IReadOnlyList<Dot> dots, Frame frame)
    {
        var pictures = new[] { Palette.Light, Palette.Dark }.ToDictionary(
            p => $"{id}.{p.Name}.webp",
            p => Draw(dots, frame, p)
        );
        return new Raster(
            $"../figures/{id}.{Palette.Light.Name}.webp",
            $"../figures/{id}.{Palette.Dark.Name}.webp",
            Crisp: false,
            pictures
        );
    }

    /// <summary>A transparent picture of exactly the frame's box.</summary>
    public static byte[] Draw(IReadOnlyList<Dot> dots, Frame frame, Palette palette)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.HideGrid();
        plot.Layout.Frameless();
        plot.Axes.SetLimits(frame.MinX, frame.MaxX, frame.MinY, frame.MaxY);
        plot.Add.Plottable(new Dots(Shuffled(dots), palette));
        using var image = plot.GetImage((int)frame.Box.Width * Scale, (int)frame.Box.Height * Scale);
        return image.GetImageBytes(ImageFormat.Webp, Lossless);
    }

    /// <summary>A fixed order in which no class lies on top of another.</summary>
    private static List<Dot> Shuffled(IReadOnlyList<Dot> dots) =>
        [
            .. dots.Select((dot, i) => (dot, key: unchecked((uint)i * 2654435761u)))
                .OrderBy(p => p.key)
                .Select(p => p.dot),
        ];

    private sealed class Dots(List<Dot> dots, Palette palette) : IPlottable
    {
        private const float Radius = 1.9f * Scale;

        /// <summary>Rim in the page's colour; opaque dots keep their contrast, translucent ones would not.</summary>
        private const float Rim = 0.6f * Scale;

        public bool IsVisible { get; set; } = true;

        public IAxes Axes { get; set; } = ScottPlot.Axes.Default;

        public IEnumerable<LegendItem> LegendItems => [];

        public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

        public void Render(RenderPack rp)
        {
            // Smooth rims would make thousands of colours: five times the bytes in a PDF, and floats where now are none.
            using var paint = new SKPaint { IsAntialias = false };
            foreach (var dot in dots)
            {
                var place = Axes.GetPixel(new Coordinates(dot.X, dot.Y)).ToSKPoint();
                paint.Color = palette.Paper.ToSKColor();
                rp.Canvas.DrawCircle(place, Radius + Rim, paint);
                paint.Color = palette.Classes[dot.Class].ToSKColor();
                rp.Canvas.DrawCircle(place, Radius, paint);
            }
        }
    }
}
