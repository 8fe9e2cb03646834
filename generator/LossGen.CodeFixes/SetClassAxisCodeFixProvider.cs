using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.CodeFixes;

/// <summary>Lets the classes be next to the batch: without <c>Dim</c> where that is the default, else on one side or the other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetClassAxisCodeFixProvider))]
[Shared]
public sealed class SetClassAxisCodeFixProvider : AttributeCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.DimNotAClassAxis.Id, Descriptors.NoDefaultClassAxis.Id];

    internal override IEnumerable<SyntaxFix<AttributeSyntax>> FindFixes(LossAttributeData attribute, Diagnostic diagnostic)
    {
        int[] sizes = [.. attribute.Shape.Values.Select(static size => (int)size.Value!)];
        int batch = Array.IndexOf(sizes, TensorShape.Batch);
        int last = sizes.Length - 1;
        if (last == 0)
        {
            return [];
        }

        if (batch == 0 || batch == last)
        {
            string axis = Number(batch == 0 ? 1 : last - 1);
            return [new("Remove Dim, as dimension " + axis + " is the default", "Default", static syntax => AttributeArguments.Remove(syntax, LossProperty.Dim))];
        }

        return
        [
            new("Set Dim to " + Number(batch - 1) + ", the dimension before the batch", "Before", syntax => SetDim(syntax, batch - 1)),
            new("Set Dim to " + Number(batch + 1) + ", the dimension after the batch", "Behind", syntax => SetDim(syntax, batch + 1)),
        ];
    }

    private static AttributeSyntax SetDim(AttributeSyntax attribute, int axis) => AttributeArguments.Set(
        attribute, LossProperty.Dim, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(axis)));
}
