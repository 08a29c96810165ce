using System.Globalization;

namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic ExpressionInvalid(Place place, string message) =>
        Error("expression-invalid", place, message);

    public static Diagnostic NameUnknown(Located<string> name, IEnumerable<string> known) =>
        Error(
            "name-unknown",
            name.Place,
            $"there is no run or function '{name.Value}'{Suggest.Among(name.Value, known)}"
        );

    public static Diagnostic FactUnknown(Place place, string path, string name, IEnumerable<string> known) =>
        Error("fact-unknown", place, $"there is no '{path}'{Suggest.Among(name, known)}");

    public static Diagnostic FactIncomplete(Located<string> expression, IEnumerable<string> known) =>
        Error(
            "fact-incomplete",
            expression.Place,
            $"'{expression.Value}' is a group of values; name one of {string.Join(", ", known)}"
        );

    public static Diagnostic SeedsUnsaid(Place place, string fact, int seeds) =>
        Error(
            "seeds-unsaid",
            place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{fact}' was measured with {seeds} seeds; say {fact}.mean (or sd, min, max), {fact} | spread 4, or {fact}.all[0] for the one whose figures are shown"
            )
        );

    public static Diagnostic IndexOutside(Place place, string path, int count) =>
        Error(
            "index-outside",
            place,
            string.Create(CultureInfo.InvariantCulture, $"there is no '{path}': it counts from 0 to {count - 1}")
        );

    public static Diagnostic FunctionMisused(Place place, string name, string usage) =>
        Error("function-misused", place, $"'{name}' is used on a number, like this: {usage}");

    public static Diagnostic NumberInfinite(Place place) =>
        Error("number-infinite", place, "the number to print is infinite or undefined; was it divided by zero?");

    public static Diagnostic NumberUnformatted(Located<string> expression) =>
        Error(
            "number-unformatted",
            expression.Place,
            $"say how to print the number: {expression.Value} | fixed 4 (or integer, percent 1, scientific 2, times 1)"
        );
}
