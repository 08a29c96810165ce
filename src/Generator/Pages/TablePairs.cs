using Recto.Content;

namespace Recto.Pages;

/// <summary>A table in two languages → one, whose cells hold both where they differ.</summary>
public static class TablePairs
{
    /// <summary>Nothing if they have not the same rows and columns.</summary>
    public static TableRows? Of(TableRows first, TableRows second, Language other)
    {
        return Shape(first).SequenceEqual(Shape(second))
            ? new TableRows(Merge(first.Head, second.Head), Merge(first.Body, second.Body))
            : null;

        IReadOnlyList<IReadOnlyList<string>> Merge(
            IReadOnlyList<IReadOnlyList<string>> one,
            IReadOnlyList<IReadOnlyList<string>> two
        ) =>
            [
                .. one.Zip<IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>>(
                    two,
                    (a, b) => [.. a.Zip(b, Both)]
                ),
            ];

        string Both(string one, string two) =>
            one == two
                ? one
                : one.Insert(
                    one.LastIndexOf("</", StringComparison.Ordinal),
                    $" <span class=\"other\" lang=\"{other.Tag}\">{Content(two)}</span>"
                );
    }

    private static IEnumerable<int> Shape(TableRows table) =>
        [table.Head.Count, .. table.Head.Concat(table.Body).Select(row => row.Count)];

    private static string Content(string cell) =>
        cell[(cell.IndexOf('>', StringComparison.Ordinal) + 1)..cell.LastIndexOf("</", StringComparison.Ordinal)];
}
