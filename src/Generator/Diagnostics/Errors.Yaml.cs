namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic YamlInvalid(Place place, string message) => Error("yaml-invalid", place, message);

    public static Diagnostic KeyDuplicate(Located<string> key, Place first) =>
        Error("key-duplicate", key.Place, $"'{key.Value}' is written twice; the first is in line {first.Line}");

    public static Diagnostic KeyUnknown(Located<string> key, string owner, IReadOnlyList<string> known) =>
        Error("key-unknown", key.Place, $"{owner} has no key '{key.Value}'{Suggest.Among(key.Value, known)}");

    public static Diagnostic KeyInvalid(Located<string> key, string expected) =>
        Error("key-invalid", key.Place, $"the key '{key.Value}' must be {expected}");

    public static Diagnostic KeyMissing(Place place, string owner, string key, string expected) =>
        Error("key-missing", place, $"{owner} needs the key '{key}': {expected}");

    public static Diagnostic ValueWrong(Place place, string name, string expected, string found) =>
        Error("value-wrong", place, $"{name} must be {expected}, not {found}");

    public static Diagnostic ValueUnknown(Located<string> value, string name, IReadOnlyList<string> known) =>
        Error("value-unknown", value.Place, $"{name} cannot be '{value.Value}'{Suggest.Among(value.Value, known)}");
}
