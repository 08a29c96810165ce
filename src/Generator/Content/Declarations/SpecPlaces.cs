using System.Globalization;
using System.Text.RegularExpressions;
using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Declarations;

/// <summary>Where the author wrote a member of a spec, inherited or not.</summary>
internal static partial class SpecPlaces
{
    /// <param name="path">As <see cref="Experiments.Contract.SpecProblem.Path"/> has it: <c>model.encoder[2].channels</c>.</param>
    /// <returns>The place of what is nearest to it where it is not written.</returns>
    public static Place Of(string path, YamlMap resolved)
    {
        YamlValue at = resolved;
        foreach (var step in Step().Matches(path).Select(m => m.Value))
        {
            if (Below(at, step) is not { } below)
            {
                break;
            }

            at = below;
        }

        return at.Place;
    }

    private static YamlValue? Below(YamlValue value, string step) =>
        (value, step) switch
        {
            (YamlList list, ['[', .. var index, ']']) => list.Items[int.Parse(index, CultureInfo.InvariantCulture)],
            // A layer's kind is the key of its chief value: 'conv: 16' are 16 channels.
            (YamlMap layer, "channels" or "units" or "size" or "shape") => layer.Entries[0].Value,
            (YamlMap map, _) => map.Find(step),
            _ => null,
        };

    [GeneratedRegex(@"\[\d+\]|[a-z0-9_]+")]
    private static partial Regex Step();
}
