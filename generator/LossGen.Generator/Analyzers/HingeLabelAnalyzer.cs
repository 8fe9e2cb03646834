using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0106: hinge labels that are all 0 or 1.</summary>
/// <remarks>
/// Deliberately ignored: a 0 together with −1, which may mean a sample to be ignored, and labels that are not all constant.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HingeLabelAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.HingeLabels];

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call is not { Spec.Loss: LossKind.Hinge } || call[LossRole.GroundTruth] is not { } labels || LiteralTensor.Read(labels) is not { } literal)
        {
            return;
        }

        double?[] values = [.. literal.Elements.Select(static element => element.Number)];
        int first = Array.IndexOf(values, 0.0);
        if (first < 0 || values.Any(static value => value is not (0 or 1)))
        {
            return;
        }

        // One diagnostic for all of them, as they must change together; their locations are for the fix, which must not change what other code reads too.
        IEnumerable<Location> zeros = labels.Variable is null || VariableUses.Around(call.Operation, labels.Variable).All(use => IsLabelOfHinge(use, losses, context.CancellationToken))
            ? literal.Elements.Where(static element => element.Number == 0).Select(static element => element.Syntax.GetLocation())
            : [];
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.HingeLabels, literal.Place(first, labels), zeros, first, labels.Name));
    }

    private static bool IsLabelOfHinge(IOperation use, LossCatalog losses, CancellationToken cancellation)
    {
        for (IOperation? link = use.Parent; link is not null; link = link.Parent)
        {
            if (link is IArgumentOperation { Parent: { } called } && LossCall.Read(called, losses, cancellation) is { } call)
            {
                return call.Spec?.Loss == LossKind.Hinge && call[LossRole.GroundTruth]?.Operation == link;
            }
        }

        return false;
    }
}
