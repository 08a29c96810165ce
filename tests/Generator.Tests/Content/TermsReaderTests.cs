using Recto.Content;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Content;

public static class TermsReaderTests
{
    [Theory]
    [InlineData("a: 甲\nb: 乙\n", "a: A\nb: B\n", "")]
    [InlineData(
        "a: 甲\n",
        "a: A\n# more\nb: B\n",
        "templates/terms.en.yml(3,1): error term-missing: templates/terms.zh.yml has no 'b'; all languages need the same words\n"
    )]
    [InlineData(
        "a: 甲\na: [乙]\nb: 二\nc: { d: 丁 }\n",
        "a: A\nb: B\nc: C\n",
        "templates/terms.zh.yml(2,1): error key-duplicate: 'a' is written twice; the first is in line 1\n"
            + "templates/terms.zh.yml(4,4): error value-wrong: c must be a text, not a map\n"
    )]
    public static void All_languages_have_the_same_words(string zh, string en, string mistakes)
    {
        using var folder = new Folder();
        folder.Write("templates/terms.zh.yml", zh);
        folder.Write("templates/terms.en.yml", en);
        var bag = new DiagnosticBag();
        TermsReader.Read(folder.Of("templates"), Language.Chinese, bag);
        Assert.Equal(mistakes, string.Concat(bag.Sorted().Select(d => $"{d}\n")));
    }

    [Fact]
    public static void Each_language_has_a_table()
    {
        using var folder = new Folder();
        folder.Write("templates/terms.en.yml", "a: A\n");
        var bag = new DiagnosticBag();
        TermsReader.Read(folder.Of("templates"), Language.English, bag);
        Assert.Equal(
            "templates/terms.zh.yml(1,1): error terms-missing: there is no locale table for this language",
            Assert.Single(bag.Sorted()).ToString()
        );
    }

    [Fact]
    public static void Our_own_tables_are_right()
    {
        var bag = new DiagnosticBag();
        var templates = Path.Combine(Repository.Root, "templates");
        Assert.All(Language.Known, l => Assert.Equal(l, TermsReader.Read(templates, l, bag).Language));
        Assert.Empty(bag.Sorted());
    }

    private sealed class Folder : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("recto-").FullName;

        public string Of(string path) => Path.Combine(root, path);

        public void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Of(path))!);
            File.WriteAllText(Of(path), text);
        }

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
