using Recto.Diagnostics;

namespace Recto.Content;

/// <summary>A language of the report.</summary>
/// <param name="Code">As in file names and addresses: <c>zh</c>.</param>
/// <param name="Tag">BCP 47, for <c>lang</c> and the PDF: <c>zh-Hans</c>.</param>
/// <param name="Name">Its own name, for the switch: 中文.</param>
public sealed record Language(string Code, string Tag, string Name)
{
    public static Language Chinese { get; } = new("zh", "zh-Hans", "中文");

    public static Language English { get; } = new("en", "en", "English");

    public static IReadOnlyList<Language> Known { get; } = [Chinese, English];

    public override string ToString() => Code;
}

/// <summary>A text in each of the report's languages, by language code.</summary>
public sealed record Localized(IReadOnlyDictionary<string, string> ByCode)
{
    /// <summary>Where each text was written; for those that hold values or references.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; init; } = new Dictionary<string, Place>();

    public string this[Language language] => ByCode[language.Code];

    /// <summary>The text with its place.</summary>
    public Located<string> At(Language language) => new(this[language], Places[language.Code]);
}
