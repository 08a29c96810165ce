using Recto.Content;

namespace Recto.Figures;

/// <summary>All figures, drawn or brought along.</summary>
public sealed record FigureSet(IReadOnlyList<Figure> Figures)
{
    public FigureSet With(FigureSet others) => new([.. Figures, .. others.Figures]);

    public Figure? Find(string id, Language language) =>
        Figures.FirstOrDefault(f => f.Id == id && f.Language == language);
}
