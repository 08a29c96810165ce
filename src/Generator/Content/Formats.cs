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

    /// <summary>The filter that prints mean and spread to the same digits.</summary>
    public static string Spread(string format) =>
        format.Split(' ') switch
        {
            ["percent", var digits] => $"spread_percent {digits}",
            [_, var digits] => $"spread {digits}",
            _ => "spread 0",
        };
}
