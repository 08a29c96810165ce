using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recto.Runs;

/// <summary>A forecast for programs; README names the fields, which stay.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Forecast forecast) =>
        new JsonObject
        {
            ["runs"] = new JsonArray([.. forecast.Runs.Select(Run)]),
            ["jobs"] = forecast.Jobs,
            ["seconds"] = Math.Round(forecast.Seconds, 1),
            ["figures"] = Texts(forecast.Figures),
            ["pages"] = Texts(forecast.Pages),
            ["pdfs"] = Texts(forecast.Pdfs),
        }.ToJsonString(Indented);

    private static JsonObject Run(RunForecast run) =>
        new()
        {
            ["id"] = run.State.Id,
            ["state"] = PlanWords.Word(run.Freshness),
            ["work"] = Words(run.State.Work),
            ["due"] = run.IsDue,
            ["alone"] = run.State.Planned.IsTimed,
            ["seconds"] = Math.Round(run.Estimate.Seconds, 1),
            ["basis"] = run.Estimate.Basis,
            ["changes"] = new JsonArray([.. run.Changes.Select(Change)]),
        };

    private static JsonObject Change(KeyChange change) =>
        new()
        {
            ["kind"] = Words(change.Kind),
            ["part"] = change.Part,
            ["old"] = change.Old,
            ["new"] = change.New,
            ["evaluation_only"] = change.IsEvaluation,
        };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string Words<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
