using System.Text.Json;
using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

public static class SearchIndexTests
{
    [Fact]
    public static void Every_section_can_be_found_with_its_captions_values_and_claims()
    {
        using var report = TwoLanguages.Report();
        var documents = Documents(TwoLanguages.Draft(report), "en");
        Assert.Equal(
            [
                ("en/one.html#top", "3.1 Title"),
                ("en/one.html#part", "3.1.1 How it falls"),
                ("en/one.html#end", "3.1.2 End"),
                ("en/two.html#two", "3.2 二"),
            ],
            documents.Select(d => (d[0], d[1]))
        );
        Assert.StartsWith("The variational autoencoder errs by 0.0562", documents[0][3], StringComparison.Ordinal);
        Assert.Contains("relu errs more.", documents[1][3], StringComparison.Ordinal);
    }

    /// <summary>A classic script whose one statement sets the language's list.</summary>
    private static List<string[]> Documents(SiteDraft draft, string language)
    {
        var script = TestReport.Text(draft, SearchIndex.PathOf(language));
        var opening = $"(window.rectoIndex ??= {{}})[\"{language}\"] = ";
        Assert.StartsWith(opening, script, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<List<string[]>>(script[opening.Length..].TrimEnd('\n', ';'))!;
    }
}
