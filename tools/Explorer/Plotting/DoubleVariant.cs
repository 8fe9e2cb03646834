using LossGen.Explorer.Compilation;
using LossGen.Inspection.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Explorer.Plotting;

/// <summary>The same declaration in float64: built-in losses with that element type, formulas with <c>double</c> for every <c>float</c>. Constants keep their values.</summary>
internal static class DoubleVariant
{
    private const string Element = "Element";

    public static CompiledSource Of(CompiledDeclaration compiled)
    {
        SyntaxNode root = compiled.Tree.GetRoot();
        string text = new Rewriter(compiled.Source.Source.GetSemanticModel(compiled.Tree)).Visit(root)!.ToFullString();
        return CompiledSource.Compile([SourceFile.Declaration(text)], LoadedReferences.All);
    }

    private sealed class Rewriter(SemanticModel model) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitPredefinedType(PredefinedTypeSyntax node) => node.Keyword.IsKind(SyntaxKind.FloatKeyword)
            ? node.WithKeyword(SyntaxFactory.Token(SyntaxKind.DoubleKeyword).WithTriviaFrom(node.Keyword))
            : node;

        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => node.Identifier.ValueText == nameof(MathF)
            ? node.WithIdentifier(SyntaxFactory.Identifier(nameof(Math)).WithTriviaFrom(node.Identifier))
            : node;

        public override SyntaxNode? VisitAttribute(AttributeSyntax node)
        {
            if (!HasElement(model.GetTypeInfo(node).Type))
            {
                return base.VisitAttribute(node);
            }

            AttributeArgumentListSyntax arguments = node.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
            IEnumerable<AttributeArgumentSyntax> others = arguments.Arguments.Where(static argument => argument.NameEquals?.Name.Identifier.ValueText != Element);
            AttributeArgumentSyntax element = SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression($"global::LossGen.ElementType.{nameof(ElementType.Double)}"))
                .WithNameEquals(SyntaxFactory.NameEquals(Element));
            return node.WithArgumentList(arguments.WithArguments(SyntaxFactory.SeparatedList([.. others, element])));
        }

        private static bool HasElement(ITypeSymbol? attribute) =>
            attribute?.ContainingNamespace?.Name == nameof(LossGen) && BaseTypes(attribute).Any(static type => type.GetMembers(Element).OfType<IPropertySymbol>().Any());

        private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol? type)
        {
            for (; type is not null; type = type.BaseType)
            {
                yield return type;
            }
        }
    }
}
