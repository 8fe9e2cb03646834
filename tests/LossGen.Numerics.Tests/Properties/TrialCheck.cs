using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>Runs all members of a trial's compiled class, and compares with the reference.</summary>
internal static class TrialCheck
{
    public static TrialOutcome Run(Trial trial, CompiledLosses losses, string name)
    {
        try
        {
            LossInputs inputs = trial.Inputs();
            LossResult actual = Call(trial.Declaration, losses, name, inputs);
            ReferenceResult expected = ReferenceLoss.Evaluate(trial.Declaration, trial.Samples, inputs);
            return new TrialOutcome(trial, [.. Compare(trial.Declaration, expected, actual)], Fault: null);
        }
        catch (Exception exception)
        {
            // An exception of a kernel, or a disagreement of the members, is the trial's outcome; the other trials go on.
            return new TrialOutcome(trial, [], $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Calls all members of a compiled declaration.</summary>
    public static LossResult Call(Declaration declaration, CompiledLosses losses, string name, LossInputs inputs)
    {
        object loss = declaration.HasConstructor ? losses.Instance(name, ElementsOf(declaration, inputs.Weights!)) : losses.Instance(name);
        return declaration.HasLabels
            ? LossRun.WithLabels(loss, inputs.Prediction, inputs.Labels, declaration.IsWeightedByCall ? inputs.Weights : null)
            : LossRun.WithTarget(loss, inputs.Prediction, inputs.GroundTruth, declaration.IsWeightedByCall ? inputs.Weights : null);
    }

    private static Array ElementsOf(Declaration declaration, double[] weights) =>
        declaration.Element == ElementType.Double ? weights : weights.Select(static weight => (float)weight).ToArray();

    /// <summary>The errors of value and gradients as fractions of their bounds.</summary>
    public static IEnumerable<QuantityError> Compare(Declaration declaration, ReferenceResult expected, LossResult actual)
    {
        bool isDouble = declaration.Element == ElementType.Double;
        double value = ErrorRatio.Value(isDouble, expected.Result.Value, actual.Value, declaration.Weight, expected.ValueMagnitude);
        yield return new QuantityError("value", value, FormattableString.Invariant($"value {actual.Value:R}, expected {expected.Result.Value:R}"));
        yield return Gradient("gradient of x", expected.Result.PredictionGradient, actual.PredictionGradient);
        if (expected.Result.GroundTruthGradient is { } groundTruthGradient)
        {
            yield return Gradient("gradient of y", groundTruthGradient, actual.GroundTruthGradient!);
        }

        QuantityError Gradient(string quantity, double[] reference, double[] computed)
        {
            Assert.Equal(reference.Length, computed.Length);
            double[] ratios = [.. reference.Select((e, i) => declaration.Loss switch
            {
                LossKind.Softmax => ErrorRatio.SoftmaxGradient(isDouble, e, computed[i], expected.GradientMagnitudes[i]),
                LossKind.SoftlabelSoftmax => ErrorRatio.SoftLabelGradient(isDouble, e, computed[i], expected.GradientMagnitudes[i]),
                _ => ErrorRatio.ElementwiseGradient(isDouble, e, computed[i]),
            })];
            int worst = ratios.Length == 0 ? -1 : Array.IndexOf(ratios, ratios.Max());
            return worst < 0
                ? new QuantityError(quantity, 0.0, "")
                : new QuantityError(quantity, ratios[worst], FormattableString.Invariant($"{quantity} [{worst}] {computed[worst]:R}, expected {reference[worst]:R}, {ratios[worst]:G3} times the bound"));
        }
    }
}
