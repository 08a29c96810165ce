using Recto.Content.Expressions;
using Recto.Content.Yaml;

namespace Recto.Content;

/// <summary>How an author says a table or a claim prints its numbers.</summary>
public static class Formats
{
    public static TextShape Shape { get; } =
        new(
            @"integer|(fixed|percent|scientific|times) 1?\d",
            "integer, or fixed, percent, scientific or times with a count of digits, such as fixed 4"
        );

    /// <summary>The declared one where it suits the value's unit, so that a claim can speak of shares and errors alike.</summary>
    /// <param name="name">For instance <c>ae.test.mse</c>.</param>
    public static string Fitting(string declared, string name)
    {
        var isPercent = declared.StartsWith("percent", StringComparison.Ordinal);
        return Units.Of(name) switch
        {
            Unit.Share => isPercent ? declared : "percent 1",
            Unit.Count => "integer",
            _ => isPercent ? "fixed 4" : declared,
        };
    }

    /// <summary>The filter that prints mean and spread to the same digits.</summary>
    public static string Spread(string format) =>
        format.Split(' ') switch
        {
            ["percent", var digits] => $"spread_percent {digits}",
            [_, var digits] => $"spread {digits}",
            _ => "spread 0",
        };
}
