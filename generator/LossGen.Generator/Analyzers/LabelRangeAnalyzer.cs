using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0105: a literal label that is neither a class nor ignored.</summary>
/// <remarks>Deliberately ignored: labels of a local whose elements may have changed before the call.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelRangeAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LabelOutOfRange];

    private protected override bool IsAboutFailure => true;

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call.Spec is not { HasLabels: true } spec)
        {
            return;
        }

        foreach (LossArgument labels in call.Arguments.Where(argument => argument is { IsInput: true, Number: { } number } && spec.Inputs[number].Kind == InputKind.Labels))
        {
            Check(labels, spec.Shape, spec.Kept.IgnoreLabel, context);
        }
    }

    private static void Check(LossArgument labels, TensorShape shape, int? ignored, OperationAnalysisContext context)
    {
        if (LiteralTensor.Read(labels) is not { } literal)
        {
            return;
        }

        for (int index = 0; index < literal.Elements.Length; index++)
        {
            if (literal.Elements[index].Integer is not { } label || (label >= 0 && label < shape.Classes) || label == ignored)
            {
                continue;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.LabelOutOfRange, literal.Place(index, labels), index, labels.Name, label, shape, shape.Classes - 1, ignored is null ? "" : $", and {ignored} is ignored"));

            // All of a local's labels would be reported at the single place where it is passed.
            if (!literal.IsArgument)
            {
                return;
            }
        }
    }
}
