using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0108: one variable as a gradient and as a span that this gradient may not overwrite.</summary>
/// <remarks>
/// Deliberately ignored: slices of one array, which may be disjoint; two variables for the same memory; calls through an interface, which
/// may reach a hand-written loss that permits it.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverwrittenInputAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OverwrittenInput];

    private protected override bool IsAboutFailure => true;

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call.Spec is null)
        {
            return;
        }

        Report(call[LossRole.PredictionGradient], call[LossRole.Prediction], [call[LossRole.GroundTruth], call[LossRole.Weights]], context);
        Report(call[LossRole.GroundTruthGradient], call[LossRole.GroundTruth], [call[LossRole.Prediction], call[LossRole.PredictionGradient]], context);
    }

    private static void Report(LossArgument? gradient, LossArgument? own, LossArgument?[] others, OperationAnalysisContext context)
    {
        if (gradient?.Variable is not { } variable || own is null)
        {
            return;
        }

        if (others.FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other?.Variable, variable)) is { } overwritten)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.OverwrittenInput, gradient.Location, variable.Name, gradient.Name, overwritten.Name, own.Name));
        }
    }
}
