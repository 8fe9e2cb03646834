using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Analyzers;

/// <summary>LG0104: an argument whose known length fits no batch size, or not that of the prediction.</summary>
/// <remarks>Deliberately ignored: slices, and lengths that are not constant. For weights of classes the number is checked, not the values.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentLengthAnalyzer : LossUsageAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LengthDoesNotFit];

    private protected override bool IsAboutFailure => true;

    private protected override void Analyze(LossCall call, LossCatalog losses, OperationAnalysisContext context)
    {
        if (call.Spec is not { } spec)
        {
            return;
        }

        if (call.Member == LossMember.Constructor)
        {
            CheckConstructorWeights(call.Arguments[0], spec, context);
            return;
        }

        LossArgument? prediction = call[LossRole.Prediction];
        int? samples = prediction is null ? null : CountSamples(prediction, spec, context);
        foreach (LossArgument argument in call.Arguments)
        {
            if (argument.Role != LossRole.Prediction && LiteralTensor.Read(argument) is { Length: var length })
            {
                CheckLength(argument, length, samples, prediction, spec, context);
            }
        }
    }

    private static void CheckConstructorWeights(LossArgument weights, LossSpec spec, OperationAnalysisContext context)
    {
        int count = spec.Weighting!.Count(spec.Shape);
        if (LiteralTensor.Read(weights) is { Length: var length } && length != count)
        {
            string what = spec.Weighting.Kind == WeightingKind.PerClass ? "class" : "element of a data point";
            Report(weights, length, $"one for each {what} of shape {spec.Shape} makes {Number(count)}", context);
        }
    }

    // The number of samples in the prediction; null if its length is unknown or is not a whole number of samples.
    private static int? CountSamples(LossArgument prediction, LossSpec spec, OperationAnalysisContext context)
    {
        if (LiteralTensor.Read(prediction) is not { Length: var length })
        {
            return null;
        }

        int elements = spec.Shape.ElementsPerSample;
        if (length % elements == 0)
        {
            return length / elements;
        }

        Report(prediction, length, $"a sample of shape {spec.Shape} has {Number(elements)}, so it must have a multiple of that", context);
        return null;
    }

    private static void CheckLength(LossArgument argument, int length, int? samples, LossArgument? prediction, LossSpec spec, OperationAnalysisContext context)
    {
        // An empty second gradient is one that the caller does not want.
        if (argument.Role is LossRole.GroundTruthGradient or LossRole.FurtherGradient && length == 0)
        {
            return;
        }

        if (argument.Number is { } learned && spec.Inputs[learned].Kind == InputKind.Learned)
        {
            if (length != 1)
            {
                Report(argument, length, "it is one number for the whole call, so it must have 1", context);
            }

            return;
        }

        bool isPerLocation = argument.Number is { } number ? spec.Inputs[number].Kind != InputKind.Elements : argument.Role == LossRole.Weights && spec.Weighting!.Kind == WeightingKind.PerLocation && spec.Definition.IsAlongClassAxis;
        int perSample = isPerLocation ? spec.Shape.LocationsPerSample : spec.Shape.ElementsPerSample;
        if (samples is { } count && length != (long)count * perSample)
        {
            string asked = Number((long)count * perSample);
            Report(argument, length, $"'{prediction!.Name}' has {Number((long)count * spec.Shape.ElementsPerSample)}, which is {Number(count)} {(count == 1 ? "sample" : "samples")} of shape {spec.Shape}, so it must have {asked}", context);
        }
        else if (length % perSample != 0)
        {
            Report(argument, length, $"{Number(perSample)} belong to each sample of shape {spec.Shape}, so it must have a multiple of that", context);
        }
    }

    private static void Report(LossArgument argument, int length, string reason, OperationAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.LengthDoesNotFit, argument.Location, argument.Name, length == 1 ? "1 element" : Number(length) + " elements", reason));
}
