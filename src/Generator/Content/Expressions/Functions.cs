using Scriban.Runtime;

namespace Recto.Content.Expressions;

/// <summary>What an expression may call: how numbers are printed, and a little arithmetic.</summary>
internal static class Functions
{
    private static readonly IReadOnlyList<Function> Arithmetic =
    [
        new("abs", false, (x, _) => Math.Abs(x)),
        new("sqrt", false, (x, _) => Math.Sqrt(x)),
    ];

    private static readonly IReadOnlyList<Function> Printing =
    [
        new("fixed", true, Numbers.Fixed),
        new("integer", false, (x, _) => Numbers.Integer(x)),
        new("percent", true, Numbers.Percent),
        new("scientific", true, Numbers.Scientific),
        new("times", true, Numbers.Times),
    ];

    public static IReadOnlyList<string> Names { get; } =
    [.. Arithmetic.Concat(Printing).Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <summary>Read-only, shared by all evaluations. <c>math.abs</c> is how Scriban's own documentation has it.</summary>
    public static ScriptObject All { get; } = Made();

    private static ScriptObject Made()
    {
        var all = Members(Arithmetic.Concat(Printing));
        all.SetValue("math", Members(Arithmetic), readOnly: true);
        all.IsReadOnly = true;
        return all;
    }

    private static ScriptObject Members(IEnumerable<Function> functions)
    {
        var members = new ScriptObject();
        foreach (var function in functions)
        {
            members.SetValue(function.Name, function, readOnly: true);
        }

        return members;
    }
}
