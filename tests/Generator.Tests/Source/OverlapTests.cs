using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Content;
using Recto.Content.Proofreading;
using Recto.Diagnostics;
using Xunit;

namespace Recto.Tests.Source;

/// <summary>Every sentence is ours: no long run of characters is the source's as well.</summary>
public static partial class OverlapTests
{
    /// <summary>The shortest run that is no chance.</summary>
    private const int TooLong = 20;

    [Fact]
    public static void No_run_of_twenty_characters_is_shared_with_the_source()
    {
        Assert.SkipUnless(File.Exists(SourceDocument.File), "the source document is not here");
        var bag = new DiagnosticBag();
        var book = BookReader.Read(new Workspace(Repository.Root, Repository.Root, ""), bag)!;
        var ours = ProseLines
            .Of(book, bag)
            .Where(l => l.Language == Language.Chinese && l.Kind == ProseKind.Text)
            .Select(l => new Passage(l.PlaceAt(0).ToString(), Letters(l.Text)));
        Assert.Empty(Shared([.. ours], SourceProse(File.ReadAllText(SourceDocument.File))));
    }

    [Theory]
    [InlineData("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申", "")]
    [InlineData(
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉",
        "ours: 甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉 (report.zh.md(2))"
    )]
    [InlineData(
        "甲乙丙丁戊，己庚辛 壬癸子（丑寅卯）辰巳午未申酉戌",
        "ours: 甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌 (report.zh.md(2))"
    )]
    [InlineData("乙丙 Auto-Encoder 丁戊己庚辛壬癸子丑寅卯辰巳午未申", "")]
    public static void A_shared_run_is_told_with_both_places(string prose, string answer) =>
        Assert.Equal(
            answer,
            string.Join(
                '\n',
                Shared(
                    [new Passage("ours", Letters(prose))],
                    SourceProse(
                        "# 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏\n甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥。\n"
                    )
                )
            )
        );

    private sealed record Passage(string Place, string Text);

    /// <summary>Lines that are neither headings, code nor works; formulas and images leave nothing.</summary>
    private static List<Passage> SourceProse(string text)
    {
        var isCode = false;
        var isWorks = false;
        var passages = new List<Passage>();
        foreach (var (i, line) in text.Split('\n').Index())
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            isWorks |= line.StartsWith("## 参考文献", StringComparison.Ordinal);
            if (!isFence && !isCode && !isWorks && !line.StartsWith('#') && !Contents().IsMatch(line))
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"report.zh.md({i + 1})");
                passages.Add(new Passage(place, Letters(Markup().Replace(line, " "))));
            }
        }

        return passages;
    }

    /// <summary>The longest run of each of our passages that is too long.</summary>
    private static IEnumerable<string> Shared(IReadOnlyList<Passage> ours, IReadOnlyList<Passage> theirs)
    {
        var known = theirs
            .SelectMany(p => Grams(p.Text).Select(g => (Gram: g, p.Place)))
            .GroupBy(g => g.Gram)
            .ToDictionary(g => g.Key, g => g.First().Place);
        foreach (var passage in ours)
        {
            var hits = Grams(passage.Text).Index().Where(g => known.ContainsKey(g.Item)).ToList();
            if (hits.Count > 0)
            {
                var run = hits.TakeWhile((hit, i) => hit.Index == hits[0].Index + i).Count();
                var words = passage.Text.Substring(hits[0].Index, TooLong + run - 1);
                yield return $"{passage.Place}: {words} ({known[hits[0].Item]})";
            }
        }
    }

    private static IEnumerable<string> Grams(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - TooLong + 1)).Select(i => text.Substring(i, TooLong));

    /// <summary>Without spaces and punctuation; a Latin word, being a name, or a stand-in counts as no letter and parts the runs.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in LatinWord().Replace(Typographic.Narrow(text), "|"))
        {
            letters.Append(char.IsLetter(c) || c is '|' ? c.ToString() : "");
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9'-]*|\uFFFC")]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"<[^>]*>|!?\[[^\]]*\]\([^)]*\)|\]\([^)]*\)")]
    private static partial Regex Markup();

    /// <summary>A line of the source's own table of contents.</summary>
    [GeneratedRegex(@"^\s*- \[.*\]\(#")]
    private static partial Regex Contents();
}
