namespace Recto.Figures;

/// <summary>A figure under way: panes that ScottPlot draws, one over the other, and words beside them.</summary>
public sealed class Sheet(int height) : IDisposable
{
    /// <summary>CSS pixels; the page's wide column at 1:1.</summary>
    public const int FullWidth = 760;

    private readonly List<Pane> panes = [];
    private readonly List<Word> words = [];

    /// <summary>A pane over those there are; words of its axes go to the sheet.</summary>
    public Pane Add(Frame frame)
    {
        var pane = new Pane(frame, words);
        panes.Add(pane);
        return pane;
    }

    /// <summary>A pane whose values are the sheet's own CSS pixels.</summary>
    public Pane AddPixels() => Add(Frame.Pixels(FullWidth, height));

    public void Write(Word word) => words.Add(word);

    public Drawing Finish() => Finish(height);

    /// <param name="tall">In place of the height that was expected.</param>
    public Drawing Finish(int tall) => new(FullWidth, tall, [.. panes.Select(p => p.Vector(FullWidth, tall))], words);

    public void Dispose() => panes.ForEach(p => p.Dispose());
}
