using Recto.Experiments.Contract;

namespace Recto.Experiments.Data;

/// <summary>
/// A small data set drawn by code, for demos and tests: digits as strokes with random thickness, slant, turn, scale,
/// shift and wobble. Only operations that IEEE 754 fixes to the bit, so every machine draws the same images.
/// </summary>
/// <remarks>Raise <see cref="StrokesData.Version"/> with every change of what is drawn.</remarks>
public static class Strokes
{
    private const int Side = 28;
    private const int TrainCount = 6000;
    private const int TestCount = 1000;
    private const int PiecesPerPoint = 6;

    public static Dataset Draw() => new(Images(TrainCount, "strokes train"), Images(TestCount, "strokes test"));

    private static ImageSet Images(int count, string purpose)
    {
        var random = new RandomSource(StrokesData.Version, purpose);
        var pixels = new byte[count * Side * Side];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
            DrawDigit(labels[i], random, pixels.AsSpan(i * Side * Side, Side * Side));
        }
        return new ImageSet(pixels, labels, Side, Side);
    }

    private static void DrawDigit(int digit, RandomSource random, Span<byte> image)
    {
        var ways = StrokeGlyphs.OfDigits[digit];
        var glyph = ways[random.NextBelow(ways.Length)];
        var hand = Hand.Draw(random);
        var radius = Between(random, 0.8, 1.7);
        foreach (var stroke in glyph)
            DrawStroke([.. hand.Place(stroke, random)], radius, image);
    }

    /// <summary>A smooth curve through the points (Catmull and Rom, 1974), in short straight pieces.</summary>
    private static void DrawStroke(Point[] points, double radius, Span<byte> image)
    {
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var before = points[Math.Max(i - 1, 0)];
            var after = points[Math.Min(i + 2, points.Length - 1)];
            var from = points[i];
            for (var piece = 1; piece <= PiecesPerPoint; piece++)
            {
                var to = Point.Between(before, points[i], points[i + 1], after, (double)piece / PiecesPerPoint);
                DrawPiece(from, to, radius, image);
                from = to;
            }
        }
    }

    /// <summary>Full ink within the radius, fading over one pixel at its edge.</summary>
    private static void DrawPiece(Point from, Point to, double radius, Span<byte> image)
    {
        var reach = radius + 1;
        for (var y = Pixel(Math.Min(from.Y, to.Y) - reach); y <= Pixel(Math.Max(from.Y, to.Y) + reach); y++)
        for (var x = Pixel(Math.Min(from.X, to.X) - reach); x <= Pixel(Math.Max(from.X, to.X) + reach); x++)
        {
            var ink = Math.Clamp(radius + 0.5 - Point.Distance(new Point(x + 0.5, y + 0.5), from, to), 0, 1);
            ref var pixel = ref image[y * Side + x];
            pixel = Math.Max(pixel, (byte)(255 * ink + 0.5));
        }
    }

    private static int Pixel(double position) => (int)Math.Clamp(position, 0, Side - 1);

    private static double Between(RandomSource random, double low, double high) =>
        low + (high - low) * random.NextUnit();

    /// <summary>About normal with the deviation given: three uniform draws, since a logarithm would need libm.</summary>
    private static double Around(RandomSource random, double deviation) =>
        deviation * 2 * (random.NextUnit() + random.NextUnit() + random.NextUnit() - 1.5);

    private readonly record struct Point(double X, double Y)
    {
        /// <summary>On the spline from b to c, at t from 0 to 1.</summary>
        public static Point Between(Point a, Point b, Point c, Point d, double t) =>
            new(Spline(a.X, b.X, c.X, d.X, t), Spline(a.Y, b.Y, c.Y, d.Y, t));

        /// <summary>From p to the straight piece between a and b.</summary>
        public static double Distance(Point p, Point a, Point b)
        {
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var length = dx * dx + dy * dy;
            var t = length > 0 ? Math.Clamp(((p.X - a.X) * dx + (p.Y - a.Y) * dy) / length, 0, 1) : 0;
            var (x, y) = (a.X + t * dx - p.X, a.Y + t * dy - p.Y);
            return Math.Sqrt(x * x + y * y);
        }

        private static double Spline(double a, double b, double c, double d, double t) =>
            b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    /// <summary>How one digit is written: size, turn, slant and place on the sheet.</summary>
    private sealed record Hand(double Width, double Height, double Turn, double Slant, double Right, double Down)
    {
        private const double Wobble = 0.04;

        public static Hand Draw(RandomSource random) =>
            new(
                Between(random, 9, 15),
                Between(random, 16, 20.5),
                Around(random, 0.1),
                Around(random, 0.16) + 0.08,
                Around(random, 0.9),
                Around(random, 0.9)
            );

        public IEnumerable<Point> Place(double[] stroke, RandomSource random)
        {
            foreach (var at in stroke.Chunk(2))
            {
                var y = (at[1] - 0.5 + Around(random, Wobble)) * Height;
                var x = (at[0] - 0.5 + Around(random, Wobble)) * Width - Slant * y;
                var cos = 1 - Turn * Turn / 2; // of a small angle
                yield return new Point(Side / 2.0 + Right + cos * x - Turn * y, Side / 2.0 + Down + Turn * x + cos * y);
            }
        }
    }
}
