namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic ClaimUntestable(Located<string> holds, string key, string claim) =>
        Error(
            "claim-untestable",
            holds.Place,
            $"'{key}' of the claim '{claim}' must be true or false; write a comparison, such as a.test.mse < b.test.mse"
        );

    public static Diagnostic TruthPrinted(Located<string> expression) =>
        Error("truth-printed", expression.Place, $"'{expression.Value}' is true or false, which is nothing to print");

    public static Diagnostic DemoDataMissing(Place place) =>
        Error("demo-data-missing", place, "a demo needs a data set of the kind 'strokes'; declare it under 'data'");
}
