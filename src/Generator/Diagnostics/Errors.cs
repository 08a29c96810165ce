namespace Recto.Diagnostics;

/// <summary>Every mistake an author can make: call sites name it, the sentence stands here.</summary>
/// <remarks>One part a room (<c>Errors.Content.cs</c>, …); codes are <c>noun-adjective</c>, stable, and unique.</remarks>
public static partial class Errors
{
    private static Diagnostic Error(string code, Place? place, string message) =>
        new(code, Severity.Error, message, place);

    private static Diagnostic Warning(string code, Place? place, string message) =>
        new(code, Severity.Warning, message, place);
}
