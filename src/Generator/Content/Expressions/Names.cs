using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Recto.Content.Expressions;

/// <summary>Which names a run may have, so that an expression can say them.</summary>
public static partial class Names
{
    /// <summary>Scriban's keywords and built-ins, and our own functions.</summary>
    public static FrozenSet<string> Reserved { get; } =
        FrozenSet.ToFrozenSet([
            .. "if else elseif end for in while func ret case when break continue import readonly with capture".Split(
                ' '
            ),
            .. "wrap include include_join tablerow do this true false null empty blank offset limit reversed".Split(
                ' '
            ),
            .. "array date html math object regex string timespan".Split(' '),
            .. Functions.Names,
        ]);

    public static bool IsIdentifier(string text) => Identifier().IsMatch(text);

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z")]
    private static partial Regex Identifier();
}
