using System.Text.RegularExpressions;
using Recto.Diagnostics;

namespace Recto.Content.Proofreading;

/// <summary>Numbers in prose that look like results and are neither spliced nor marked (<c>design.md</c> §6).</summary>
public static partial class NumberLint
{
    public static void Check(ProseLine line, NumberWords words, DiagnosticBag bag)
    {
        if (line.Kind != ProseKind.Text)
        {
            return;
        }

        var text = line.Text;
        var exempt = words.Phrases.SelectMany(p => Occurrences(text, p)).ToList();
        foreach (var found in Found(line).Where(m => !exempt.Exists(e => e.From <= m.Index && m.Index < e.To)))
        {
            var (before, after) = (text[..found.Index], text[(found.Index + found.Length)..]);
            if (!IsGiven(found.Value, before, after, words))
            {
                bag.Add(Errors.NumberUnspliced(line.PlaceAt(found.Index), found.Value));
            }
        }
    }

    /// <summary>In the order of the text.</summary>
    private static IEnumerable<Match> Found(ProseLine line)
    {
        var spoken = line.Language == Language.Chinese ? Chinese() : English();
        return Digits().Matches(line.Text).Concat(spoken.Matches(line.Text)).OrderBy(m => m.Index);
    }

    private static bool IsGiven(string number, string before, string after, NumberWords words)
    {
        if (Units().IsMatch(after) || Shares().IsMatch(number))
        {
            return false;
        }

        var isNamed =
            words.After.Any(w => StartsWith(after.TrimStart(' ', '-', '\u00A0', '多', '余', '来'), w))
            || words.Before.Any(w => EndsWith(before.TrimEnd(' ', '\u00A0'), w));
        var isSection = number.Split('–').All(words.Sections.Contains);
        return Section().IsMatch(number) ? isNamed || isSection
            : number.Contains('.') ? isSection
            : isNamed || Size().IsMatch(number) || Year().IsMatch(number) || Small().IsMatch(number);
    }

    /// <summary>Latin words end where their letters do.</summary>
    private static bool StartsWith(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && !(char.IsAsciiLetter(word[^1]) && text.Length > word.Length && char.IsAsciiLetter(text[word.Length]));

    private static bool EndsWith(string text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && !(char.IsAsciiLetter(word[0]) && text.Length > word.Length && char.IsAsciiLetter(text[^(word.Length + 1)]));

    private static IEnumerable<(int From, int To)> Occurrences(string text, string phrase)
    {
        for (var at = 0; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += phrase.Length)
        {
            yield return (at, at + phrase.Length);
        }
    }

    /// <summary>Digits that begin no word: 0.056, 60 000, 28×28, 784–2–784; not those of h1 or 3D.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9_.])\d+(?:[.,]\d+|[ \u00A0\u202F]\d{3}(?!\d))*(?:[ \u00A0]?[×–-][ \u00A0]?\d+(?:\.\d+)?)*(?![A-Za-z0-9_])"
    )]
    private static partial Regex Digits();

    private const string Han = "[〇零一二两三四五六七八九十百千万亿几数]";

    /// <summary>百分之九十五, 三分之一, 三倍, 三成, 一半, 一个数量级, and any number of two characters or more.</summary>
    [GeneratedRegex(
        $"百分之{Han}+(?:点{Han}+)?|{Han}+分之{Han}+|{Han}+[多余来]?倍|{Han}+成(?![为了功果长立员本绩型分就熟不])"
            + $"|一半|过半|大半|减半|翻倍|翻番|{Han}+个?数量级|{Han}+个?百分点|{Han}+秒|{Han}+分钟"
            + "|[〇零一二两三四五六七八九十百千万亿]{2,}"
    )]
    private static partial Regex Chinese();

    private const string UpToTwelve =
        "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens?)";
    private const string Large =
        "(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?)";
    private const string Word = $"(?:{UpToTwelve}|{Large}(?:-[a-z]+)?)";

    /// <summary>three times, twice as, nearly half, a factor of ten, and number words above twelve.</summary>
    [GeneratedRegex(
        $@"\b{Word}[- ](?:times|fold|per ?cent|percentage points?|orders? of magnitude|seconds?|minutes?|hours?)\b|\b{Word}[- ](?:third|quarter|fifth|tenth)s? of\b"
            + @"|\b(?:twice|thrice) (?:as|the|that)\b|\bhalf (?:as|of|the|that)\b|\b(?:about|almost|nearly|roughly|over|under|by|than) (?:a |one )?half\b"
            + @"|\b(?:doubl|tripl|quadrupl)(?:es|ed|ing)\b|\bhalv(?:ed|ing)\b|\borders? of magnitude\b"
            + $@"|\bfactor of {Word}\b"
            + $@"|\b{Large}(?:(?: and)?[ -](?:{UpToTwelve}|{Large}))*\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex English();

    /// <summary>What is measured in them is a result, whatever stands beside it.</summary>
    [GeneratedRegex(
        @"^[ \u00A0\u202F-]?(?:[%％‰]|倍|成(?![为了功果长立员本绩型分就熟不])|个?百分点|个?数量级|毫?秒|分钟|小时"
            + @"|(?:times|fold|per ?cent|percentage|(?:milli)?seconds?|minutes?|hours?|orders? of)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Units();

    /// <summary>Number words that say a share or a ratio by themselves.</summary>
    [GeneratedRegex(
        @"[倍成秒级点半番]|分钟|分之|\b(?:times|fold|cent|half|as|of|the|that|magnitude|(?:second|minute|hour|point)s?|factor)\b|doubl|tripl|halv",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Shares();

    [GeneratedRegex(@"^\d\.\d{1,2}(\.\d{1,2})?$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^\d+ ?× ?\d+( ?× ?\d+)*$|^\d+([–-]\d+){2,}$")]
    private static partial Regex Size();

    [GeneratedRegex(@"^(1[89]|20)\d\d$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d$")]
    private static partial Regex Small();
}
