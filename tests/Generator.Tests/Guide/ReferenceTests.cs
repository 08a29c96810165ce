using Xunit;

namespace Recto.Tests.Guide;

/// <summary>The chapter on keys is made from the tables that the generator itself reads by, and <c>docs/keys.yml</c>.</summary>
/// <remarks>With <c>RECTO_ACCEPT=1</c> it is written, to be read in the diff.</remarks>
public static class ReferenceTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public static void The_reference_is_what_the_generator_reads_by(string language)
    {
        var file = Path.Combine(GuideBook.Root, "content", "front-matter", $"{language}.md");
        var made = KeyReference.Of(language);
        if (Environment.GetEnvironmentVariable("RECTO_ACCEPT") == "1")
        {
            File.WriteAllText(file, made);
            return;
        }

        Assert.Equal(made, File.ReadAllText(file));
    }

    [Fact]
    public static void Every_key_is_explained_and_every_explanation_is_of_a_key() =>
        Assert.Equal(
            KeyReference.Sections.SelectMany(s => s.Keys.Select(k => $"{s.Name}.{k}")).Order(StringComparer.Ordinal),
            KeyReference.Explained.Order(StringComparer.Ordinal)
        );
}
