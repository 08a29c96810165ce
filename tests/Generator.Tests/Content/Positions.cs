using Xunit;

namespace Recto.Tests.Content;

internal static class Positions
{
    /// <summary>Every mistake of the report stands at a character of its file, or right behind the last of a line.</summary>
    public static void AssertInside(TinyReport report, string path, string text)
    {
        var lines = File.ReadAllText(Path.Combine(report.Workspace.Root, path)).Split('\n');
        foreach (var diagnostic in report.Bag.Sorted().Where(d => d.Place!.File == path))
        {
            var (_, line, column) = diagnostic.Place!;
            Assert.True(
                line >= 1 && line <= lines.Length && column >= 1 && column <= lines[line - 1].Length + 1,
                $"{diagnostic}\n{text}"
            );
        }
    }
}
