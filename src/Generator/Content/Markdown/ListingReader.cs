using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>A fenced block with <c>src=</c> or <c>experiment=</c> → <see cref="ListingBlock"/>.</summary>
internal static class ListingReader
{
    public const string File = "src";
    public const string Experiment = "experiment";
    private const string Region = "region";
    private const string Caption = "caption";

    /// <summary>A region of a source file of the worker, or all of it.</summary>
    public static ListingBlock ReadFile(Fence fence)
    {
        fence.Attributes.Check([File, Region, Caption, Slots.Attribute], fence.Body.Bag);
        var path = fence.Attributes.Located(File)!;
        var source = fence.Body.Files.ReadWorkerSource(path.Value);
        if (source is null)
        {
            fence.Body.Bag.Add(Errors.SourceMissing(path, fence.Body.Files.WorkerSources()));
        }

        var code = source is null
            ? ""
            : Code(source.Text, fence.Attributes.Located(Region), path.Value, fence.Body.Bag);
        return Listing(fence, "csharp", code, $"src/Experiments/{path.Value}");
    }

    /// <summary>The declaration of a run, as resolved.</summary>
    public static ListingBlock ReadExperiment(Fence fence)
    {
        fence.Attributes.Check([Experiment, Caption, Slots.Attribute], fence.Body.Bag);
        var id = fence.Attributes.Located(Experiment)!;
        var experiment = fence.Body.Declared.Run(id, fence.Body.Bag);
        return Listing(fence, "yaml", experiment?.Yaml ?? "", id.Value);
    }

    private static ListingBlock Listing(Fence fence, string grammar, string code, string origin)
    {
        if (fence.Block.Lines.Count > 0)
        {
            fence.Body.Bag.Add(Errors.ListingFilled(fence.Place));
        }

        return new ListingBlock
        {
            Id = fence.Id(),
            Caption = fence.Caption(fence.Attributes.Located(Caption)),
            Grammar = grammar,
            Code = code,
            Origin = origin,
            Slot = fence.Attributes.Find(Slots.Attribute),
        };
    }

    private static string Code(string text, Located<string>? region, string path, DiagnosticBag bag)
    {
        if (region is null)
        {
            return text;
        }

        var code = SourceRegions.Cut(text, region.Value);
        if (code is null)
        {
            bag.Add(Errors.RegionMissing(region, path, SourceRegions.Names(text)));
        }

        return code ?? "";
    }
}
