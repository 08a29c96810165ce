using Recto.Content.Yaml;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>A fenced block <c>claims</c> → <see cref="ClaimsBlock"/>.</summary>
internal static class ClaimsReader
{
    private static readonly ListShape Ids = new(new TextShape(), 1);

    /// <summary>Null where it is no list of ids.</summary>
    public static ClaimsBlock? Read(Fence fence)
    {
        var bag = fence.Body.Bag;
        fence.Attributes.Check([], bag);
        return
            fence.Yaml() is { } yaml
            && ShapeReader.Read(yaml, Ids, "the list of claims", bag) is YamlList { Items: var ids }
            ? new ClaimsBlock { Claims = [.. ids.Select(i => Find(((YamlScalar)i).Located, fence)).OfType<Claim>()] }
            : null;
    }

    private static Claim? Find(Located<string> id, Fence fence)
    {
        var claims = fence.Body.Declared.Claims;
        if (claims.TryGetValue(id.Value, out var claim) || fence.Body.Declared.Unreadable.Contains(id.Value))
        {
            return claim;
        }

        fence.Body.Bag.Add(Errors.ClaimUnknown(id, claims.Keys));
        return null;
    }
}
