using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recto.Runs;

/// <summary>Which of the shared files a class of the report's own uses: those that declare a name which it mentions.</summary>
/// <remarks>Where that should miss one, the class does not compile; nothing is used unknowingly.</remarks>
internal static class OwnUses
{
    /// <param name="shared">File → its text, as is <paramref name="source"/>.</param>
    /// <returns>Files, also those that are used by others of them, sorted.</returns>
    public static IReadOnlyList<string> Of(string source, IReadOnlyDictionary<string, string> shared)
    {
        if (shared.Count == 0)
        {
            return [];
        }

        var roots = shared.ToDictionary(s => s.Key, s => Root(s.Value));
        var used = new SortedSet<string>(StringComparer.Ordinal);
        var due = new Queue<SyntaxNode>([Root(source)]);
        while (due.TryDequeue(out var at))
        {
            var mentioned = at.DescendantTokens()
                .Where(t => t.IsKind(SyntaxKind.IdentifierToken))
                .Select(t => t.ValueText)
                .ToHashSet();
            foreach (
                var (file, root) in roots.Where(r => !used.Contains(r.Key) && Declared(r.Value).Any(mentioned.Contains))
            )
            {
                due.Enqueue(root);
                used.Add(file);
            }
        }

        return [.. used];
    }

    private static SyntaxNode Root(string source) => CSharpSyntaxTree.ParseText(source).GetRoot();

    /// <summary>Types, and methods that extend others.</summary>
    private static IEnumerable<string> Declared(SyntaxNode root) =>
        root.DescendantNodes()
            .Select(node =>
                node switch
                {
                    BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                    DelegateDeclarationSyntax type => type.Identifier.ValueText,
                    MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } method
                        when first.Modifiers.Any(SyntaxKind.ThisKeyword) => method.Identifier.ValueText,
                    _ => null,
                }
            )
            .OfType<string>();
}
