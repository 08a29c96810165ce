using System.Globalization;
using Recto.Content;

namespace Recto.Pages;

/// <summary>Numbers of parts as they stand before a title: 三、 in Chinese, 3. and a space in English.</summary>
public static class Ordinals
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Of(int number, Language language) =>
        language == Language.Chinese ? Han(number) + "、" : number.ToString(CultureInfo.InvariantCulture) + ". ";

    /// <summary>1–99: 十 stands alone for 10, and no 一 before it below 20.</summary>
    private static string Han(int number) =>
        (number / 10) switch
        {
            0 => Digits[number].ToString(),
            1 => "十" + Ones(number),
            var tens => Digits[tens] + "十" + Ones(number),
        };

    private static string Ones(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
