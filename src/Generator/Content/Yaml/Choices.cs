using System.Text.Json;

namespace Recto.Content.Yaml;

/// <summary>Enum members as authors write them: <c>glorot_uniform</c>, or <c>not-reproduced</c> where text is meant.</summary>
public static class Choices
{
    public static ChoiceShape Of<T>(char between = '_')
        where T : struct, Enum => new([.. Enum.GetNames<T>().Select(n => Written(n, between))]);

    public static T Read<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().First(v => Written(v.ToString(), '_') == text.Replace('-', '_'));

    private static string Written(string member, char between) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(member).Replace('_', between);
}
