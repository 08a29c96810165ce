namespace Recto.Content;

/// <summary>Numbers in Chinese characters.</summary>
public static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <param name="number">1 to 99.</param>
    public static string Chinese(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var high =
            tens == 0 ? ""
            : tens == 1 ? "十"
            : $"{Digits[tens]}十";
        return ones == 0 ? high : high + Digits[ones];
    }
}
