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

    public Drawing Finish() => new(FullWidth, height, [.. panes.Select(p => p.Vector(FullWidth, height))], words);

    public void Dispose() => panes.ForEach(p => p.Dispose());
}
