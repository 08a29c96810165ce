using Recto.Content;

namespace Recto.Figures;

/// <summary>All drawn figures.</summary>
public sealed record FigureSet(IReadOnlyList<Figure> Figures)
{
    public Figure? Find(string id, Language language) =>
        Figures.FirstOrDefault(f => f.Id == id && f.Language == language);
}
