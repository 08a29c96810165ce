using Recto.Content;
using Recto.Diagnostics;
using SkiaSharp;

namespace Recto.Figures;

/// <summary>Pictures that lie in the chapters' folders, read before anything is trained.</summary>
public static class Pictures
{
    /// <summary>One for each language; those that cannot be shown are reported.</summary>
    public static FigureSet Read(Book book, Workspace workspace, DiagnosticBag bag)
    {
        var asked = book
            .Chapters.SelectMany(c => c.Editions.Values)
            .SelectMany(e => e.Figures.Where(f => f.Kind == FigureKinds.Picture).Select(f => (e.Language, f)))
            .ToList();
        if (asked.Count == 0)
        {
            return new FigureSet([]);
        }

        var files = new ContentFiles(workspace, bag);
        using var font = ReportFont.Open(workspace);
        return new FigureSet([.. asked.Select(a => Read(a.f, a.Language, files, font, bag)).OfType<Figure>()]);
    }

    private static Figure? Read(
        FigureRequest request,
        Language language,
        ContentFiles files,
        ReportFont font,
        DiagnosticBag bag
    )
    {
        var name = request.Options[FigureKinds.Source];
        var path = $"content/{name}";
        if (!files.Exists(path))
        {
            return null; // Reported where its chapter was read.
        }

        return Path.GetExtension(name) == ".svg"
            ? Vector(request, language, files.Read(path)!, font, bag)
            : Raster(request, language, path, files.Bytes(path), bag);
    }

    private static Figure? Vector(
        FigureRequest request,
        Language language,
        SourceText source,
        ReportFont font,
        DiagnosticBag bag
    )
    {
        var picture = new PictureSvg(source, language, $"{request.Id}-{language.Code}", bag);
        var svg = picture.Write();
        var missing = font.Missing(picture.Texts);
        if (missing.Length > 0)
        {
            bag.Add(Errors.GlyphMissing(source.Origin, request.Id, language.Code, missing));
        }

        return svg is null ? null : Of(request, language, svg, new Dictionary<string, byte[]>());
    }

    private static Figure? Raster(
        FigureRequest request,
        Language language,
        string path,
        byte[] bytes,
        DiagnosticBag bag
    )
    {
        var bounds = SKBitmap.DecodeBounds(bytes);
        if (bounds.IsEmpty)
        {
            bag.Add(Errors.PictureInvalid(Place.Top(path), "it is no PNG, JPEG or WebP image"));
            return null;
        }

        var file = request.Options[FigureKinds.Source].Replace('/', '-');
        var (width, height) = (bounds.Width, bounds.Height);
        var svg = FormattableString.Invariant(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><image width="{width}" height="{height}" href="../figures/{file}"/></svg>"""
        );
        return Of(request, language, svg, new Dictionary<string, byte[]> { [file] = bytes });
    }

    private static Figure Of(
        FigureRequest request,
        Language language,
        string svg,
        IReadOnlyDictionary<string, byte[]> files
    ) => new(request.Id, language, svg, [], files, []);
}
