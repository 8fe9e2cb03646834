using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports why the generator rejects a declaration, and what in an accepted one is probably a mistake.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossDeclarationAnalyzer : DeclaredLossAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfDeclarations.Remove(Descriptors.FormulaCompiled).Remove(Descriptors.DigitsAreLost);

    private protected override void Analyze(DeclaredLoss loss, Action<Diagnostic> report)
    {
        foreach (Diagnostic problem in loss.Parsed.Problems)
        {
            if (!loss.IsGeneratorReporting || !ErrorReporter.IsError(problem))
            {
                report(problem);
            }
        }

        // For a declaration without meaning, the platform does not matter. 32-bit Arm is the only platform a project can name for which .NET has no vector instructions.
        if (loss is { Parsed.Spec: not null, Platform: Platform.Arm, Declaration.ApplicationSyntaxReference: { } reference })
        {
            report(Diagnostic.Create(Descriptors.PlatformWithoutVectors, Location.Create(reference.SyntaxTree, reference.Span), Platform.Arm));
        }
    }
}
