using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes;

/// <summary>Writes <c>Shape.Batch</c> before the dimensions, or in the place of the first, where a shape has no batch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddBatchCodeFixProvider))]
[Shared]
public sealed class AddBatchCodeFixProvider : AttributeCodeFixProvider
{
    // In full, and shortened by what the document imports.
    private static readonly ExpressionSyntax Batch = SyntaxFactory.ParseExpression("global::LossGen.Shape.Batch").WithAdditionalAnnotations(Simplifier.Annotation);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.BatchCount.Id];

    internal override IEnumerable<SyntaxFix<AttributeSyntax>> FindFixes(LossAttributeData attribute, Diagnostic diagnostic)
    {
        // Dimensions that are written as something else than a list, as a constant or null, are not to be added to.
        IReadOnlyList<ExpressionSyntax> dimensions = AttributeArguments.Dimensions(attribute.Syntax);
        bool hasBatch = attribute.Shape.IsNull || attribute.Shape.Values.Any(static size => size.Value is TensorShape.Batch);
        if (hasBatch || dimensions.Count == 0 || dimensions.Count != attribute.Shape.Values.Length)
        {
            yield break;
        }

        if (dimensions.Count < TensorShape.MaximumRank)
        {
            yield return new("Add Shape.Batch in front", "Prepend", static syntax => AttributeArguments.Prepend(syntax, Batch));
        }

        // Of a single dimension of a loss over classes, only the classes can be meant.
        if (dimensions.Count > 1 || !attribute.HasClassAxis)
        {
            yield return new(
                "Replace " + dimensions[0] + " by Shape.Batch",
                "Replace",
                static syntax => AttributeArguments.Dimensions(syntax)[0] is var first ? syntax.ReplaceNode(first, Batch.WithTriviaFrom(first)) : syntax);
        }
    }
}
