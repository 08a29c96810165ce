using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recto.Content.Yaml;
using Recto.Diagnostics;
using Recto.Experiments.Contract;

namespace Recto.Content.Declarations;

/// <summary>A model class of the report's own → what front matter may say to it: the parameters of its <c>Build</c>.</summary>
/// <remarks>Its syntax is enough: nothing is compiled before something is trained.</remarks>
internal static class OwnModelReader
{
    private const string Layers = "layers";

    /// <summary>Keys that every model of a report's own has.</summary>
    private static readonly KeyShape[] Common =
    [
        new("variational", new FlagShape()), // its code is a GaussianCode
        ModelShape.Init,
    ];

    /// <summary>Null where the class has no such method, or one with parameters that front matter cannot give (and reported).</summary>
    /// <param name="file">Below the report.</param>
    public static MapShape? Read(SourceText source, string file, DiagnosticBag bag)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var build = CSharpSyntaxTree
            .ParseText(source.Text)
            .GetRoot()
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(m =>
                m.Identifier.Text == "Build"
                && m.Parent is ClassDeclarationSyntax parent
                && parent.Identifier.Text == name
                && m.Modifiers.Any(SyntaxKind.PublicKeyword)
                && m.Modifiers.Any(SyntaxKind.StaticKeyword)
            );
        if (build?.ParameterList.Parameters.FirstOrDefault(p => p.Identifier.Text == Layers) is null)
        {
            var place = build is null ? Place.Top(file) : source.PlaceAt(build.Identifier.SpanStart);
            bag.Add(Errors.OwnClassWrong(place, name, $"Network Build(IReadOnlyList<int> {Layers}, …)"));
            return null;
        }

        var parameters = build.ParameterList.Parameters.Select(p => (Syntax: p, Key: Key(p))).ToList();
        foreach (var (syntax, _) in parameters.Where(p => p.Key is null))
        {
            bag.Add(Errors.OwnParameterUnfit(source.PlaceAt(syntax.SpanStart), $"{syntax}"));
        }

        return parameters.Exists(p => p.Key is null)
            ? null
            : new MapShape([.. parameters.Select(p => p.Key!), .. Common]);
    }

    private static KeyShape? Key(ParameterSyntax parameter)
    {
        var name = OwnNames.Written(parameter.Identifier.Text);
        Shape? shape = (name, $"{parameter.Type}") switch
        {
            (Layers, "IReadOnlyList<int>") => ModelShape.Sizes,
            ("activation" or "code" or "output", "Activation") => ModelShape.Activations,
            (Layers or "activation" or "code" or "output" or "variational" or "init" or VariantShape.Kind, _) => null,
            (_, "int") => new WholeShape(int.MinValue),
            (_, "double") => new NumberShape(),
            (_, "bool") => new FlagShape(),
            _ => null,
        };
        var (isKnown, text) = parameter.Default is { } given ? Default(given.Value) : (true, null);
        return shape is null || !isKnown ? null : new KeyShape(name, shape, Required: text is null) { Default = text };
    }

    /// <summary>A literal, as front matter would have it.</summary>
    private static (bool IsKnown, string? Text) Default(ExpressionSyntax value) =>
        value switch
        {
            LiteralExpressionSyntax { Token.Value: int or double or bool } literal => (
                true,
                Text(literal.Token.Value!)
            ),
            PrefixUnaryExpressionSyntax { OperatorToken.Text: "-", Operand: LiteralExpressionSyntax literal } => (
                true,
                $"-{Text(literal.Token.Value!)}"
            ),
            MemberAccessExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.Text: nameof(Activation) }
            } at => (true, JsonNamingPolicy.SnakeCaseLower.ConvertName(at.Name.Identifier.Text)),
            _ => (false, null),
        };

    private static string Text(object value) =>
        value switch
        {
            true => "true",
            false => "false",
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };
}
