using System.Text.Json;

namespace Recto.Experiments.Contract;

/// <summary>Enum members as authors write them.</summary>
internal static class Words
{
    /// <summary><c>GlorotUniform</c> → <c>glorot_uniform</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
