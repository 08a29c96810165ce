using Recto.Figures;

/// <summary>A dot a run: its error in training and in the test.</summary>
public static class ErrorGap
{
    public static void Draw(FigureCanvas figure)
    {
        var (runs, train, test) = (figure.Runs, "train.mse", "test.mse");
        double[] xs = [.. runs.Select(r => r.Metric(train))];
        double[] ys = [.. runs.Select(r => r.Metric(test))];
        double[] ends = [xs.Concat(ys).Min(), xs.Concat(ys).Max()];
        var x = new ChartAxis(figure.Word(train), ends);
        var y = new ChartAxis(figure.Word(test), ends);
        var chart = figure.Chart(x, y);
        chart.Guide(ends, ends); // where both are equal
        for (var i = 0; i < runs.Count; i++)
        {
            chart.Dots(i, [xs[i]], [ys[i]]);
            chart.Text(xs[i], ys[i], runs[i].Name);
        }
    }
}
