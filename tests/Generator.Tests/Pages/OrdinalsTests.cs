using Recto.Content;
using Recto.Pages;
using Xunit;

namespace Recto.Tests.Pages;

public static class OrdinalsTests
{
    [Theory]
    [InlineData(1, "一、", "1. ")]
    [InlineData(10, "十、", "10. ")]
    [InlineData(12, "十二、", "12. ")]
    [InlineData(20, "二十、", "20. ")]
    [InlineData(99, "九十九、", "99. ")]
    public static void A_part_is_numbered_as_its_language_does(int number, string chinese, string english) =>
        Assert.Equal(
            (chinese, english),
            (Ordinals.Of(number, Language.Chinese), Ordinals.Of(number, Language.English))
        );
}
