using Scriban.Runtime;

namespace Recto.Content.Expressions;

/// <summary>What an expression may call: how numbers are printed, a little arithmetic, tests that know of seeds.</summary>
internal static class Functions
{
    private static readonly IReadOnlyList<Function> Arithmetic = [Of("abs", Math.Abs), Of("sqrt", Math.Sqrt)];

    private static readonly IReadOnlyList<Function> Others =
    [
        Printing("fixed", Numbers.Fixed),
        new("integer", "x | integer", call => call is { Arguments.Count: 1 } ? Integer(call) : null),
        Printing("percent", Numbers.Percent),
        Printing("scientific", Numbers.Scientific),
        Printing("times", Numbers.Times),
        Spreading("spread", Numbers.Fixed),
        Spreading("spread_percent", (x, digits) => Numbers.Fixed(100 * x, digits), "%"),
        .. Tests.All,
    ];

    public static IReadOnlyList<string> Names { get; } =
    [.. Arithmetic.Concat(Others).Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <summary>Read-only, shared by all evaluations. <c>math.abs</c> is how Scriban's own documentation has it.</summary>
    public static ScriptObject All { get; } = Made();

    public static Function? Find(string name) => Others.FirstOrDefault(f => f.Name == name);

    private static Function Of(string name, Func<double, double> body) =>
        new(name, $"x | {name}", call => call is { Arguments.Count: 1 } && call.Number(0) is { } x ? body(x) : null);

    private static string? Integer(FunctionCall call) => call.Number(0) is { } x ? Numbers.Integer(x) : null;

    private static Function Printing(string name, Func<double, int, string> body) =>
        new(
            name,
            $"x | {name} 4",
            call =>
                call is { Arguments.Count: 2 } && call.Number(0) is { } x && call.Digits(1) is { } digits
                    ? body(x, digits)
                    : null
        );

    /// <summary>Mean ± standard deviation of the seeds, to the same digit; the mean alone where no seed differs.</summary>
    private static Function Spreading(string name, Func<double, int, string> body, string unit = "") =>
        new(
            name,
            $"x | {name} 4, where x is a metric of a run with seeds",
            call =>
                call is { Arguments: [SeededFact, _] } && call.Values(0) is { } values && call.Digits(1) is { } digits
                    ? body(Spread.Mean(values), digits) + Deviation(Spread.Deviation(values), digits, body) + unit
                    : null
        );

    /// <summary>One that would be printed as zero is said to be less than the last digit.</summary>
    private static string Deviation(double x, int digits, Func<double, int, string> body)
    {
        if (x == 0)
        {
            return "";
        }

        var text = body(x, digits);
        return Numbers.PlusMinus
            + (text.AsSpan().ContainsAnyExcept("0.") ? text : "<" + Numbers.Fixed(Math.Pow(10, -digits), digits));
    }

    private static ScriptObject Made()
    {
        var all = Members(Arithmetic.Concat(Others));
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
