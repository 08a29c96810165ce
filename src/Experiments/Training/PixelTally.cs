namespace Recto.Experiments.Training;

/// <summary>What becomes of each pixel over a whole set of images.</summary>
public sealed class PixelTally(int pixels)
{
    /// <summary>Mean brightness from which on a pixel counts as used by the images.</summary>
    private const double Used = 0.05;

    private readonly double[] ink = new double[pixels];
    private readonly double[] error = new double[pixels];
    private readonly float[] brightest = new float[pixels];
    private int images;

    /// <summary>Share of the used pixels that no output ever lights, as a relu can leave them for good; 0 to 1.</summary>
    public double Dead => (double)DeadPixels.Count() / Math.Max(1, UsedPixels.Count());

    /// <summary>Share of the squared error that falls on dead pixels, 0 to 1.</summary>
    public double DeadError => error.Sum() is > 0 and var total ? DeadPixels.Sum(p => error[p]) / total : 0;

    private IEnumerable<int> UsedPixels => Enumerable.Range(0, pixels).Where(p => ink[p] > Used * images);

    private IEnumerable<int> DeadPixels => UsedPixels.Where(p => brightest[p] <= 0);

    /// <param name="clean">[pixels] of one image.</param>
    /// <param name="output">[pixels], what came back.</param>
    public void Add(ReadOnlySpan<float> clean, ReadOnlySpan<float> output)
    {
        images++;
        for (var p = 0; p < pixels; p++)
        {
            var difference = (double)output[p] - clean[p];
            ink[p] += clean[p];
            error[p] += difference * difference;
            brightest[p] = Math.Max(brightest[p], output[p]);
        }
    }
}
