namespace Recto.Diagnostics;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>One mistake, told to the author as <c>file(line,col): error code: sentence</c>.</summary>
public sealed record Diagnostic(string Code, Severity Severity, string Message, Place? Place)
{
    public override string ToString()
    {
        var word = Severity == Severity.Error ? "error" : "warning";
        return Place is null ? $"{word} {Code}: {Message}" : $"{Place}: {word} {Code}: {Message}";
    }
}
