using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0103: a prediction with a literal element that is not a probability.</summary>
/// <remarks>
/// Deliberately ignored: the output of a model, even if its last layer is plainly linear; literals from 0 to 1, which may be
/// either; NaN, which is neither.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogitsAsProbabilitiesAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LogitsAsProbabilities];

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call.Spec is not { Loss: LossKind.MultinomialLogistic or LossKind.BinaryCrossEntropy } spec
            || call[LossRole.Prediction] is not { } prediction
            || LiteralTensor.Read(prediction) is not { } literal)
        {
            return;
        }

        for (int index = 0; index < literal.Elements.Length; index++)
        {
            // The first such element stands for all.
            if (literal.Elements[index].Number is < 0 or > 1)
            {
                string activation = spec.Loss == LossKind.BinaryCrossEntropy ? "sigmoid" : "softmax";
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.LogitsAsProbabilities,
                    literal.Place(index, prediction),
                    prediction.Name,
                    LossCall.Name(spec),
                    index,
                    literal.Elements[index].Text,
                    activation));
                return;
            }
        }
    }
}
