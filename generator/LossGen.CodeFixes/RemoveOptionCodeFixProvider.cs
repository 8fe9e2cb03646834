using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Leaves out an option that means nothing beside the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveOptionCodeFixProvider))]
[Shared]
public sealed class RemoveOptionCodeFixProvider : AttributeCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.WeightsNotConstant.Id, Descriptors.NormalizeWithoutWeights.Id];

    internal override IEnumerable<SyntaxFix<AttributeSyntax>> FindFixes(LossAttributeData attribute, Diagnostic diagnostic)
    {
        string option = diagnostic.Id == Descriptors.WeightsNotConstant.Id ? LossProperty.Weights : LossProperty.Normalize;
        return [new("Remove " + option, option, syntax => AttributeArguments.Remove(syntax, option))];
    }
}
