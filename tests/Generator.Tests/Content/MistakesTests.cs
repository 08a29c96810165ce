using Xunit;

namespace Recto.Tests.Content;

/// <summary>The cases of <c>Mistakes/*.md</c>: what an author writes wrong, and every line that is answered.</summary>
/// <remarks>With <c>RECTO_ACCEPT=1</c> the answers are written into the files, to be read in the diff.</remarks>
public static class MistakesTests
{
    public static TheoryData<string, string> Cases { get; } =
    [
        .. Directory
            .EnumerateFiles(Mistake.Folder)
            .Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => Mistake.Read(f).Select(m => (f, m.Title))),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public static void A_mistake_is_told_with_its_place_and_the_nearest_right_name(string file, string title)
    {
        var mistake = Mistake.Read(file).Single(m => m.Title == title);
        var answer = mistake.Answer();
        if (Environment.GetEnvironmentVariable("RECTO_ACCEPT") == "1")
        {
            mistake.Accept(file, answer);
        }
        else
        {
            Assert.Equal(mistake.Expected, answer);
        }
    }
}
