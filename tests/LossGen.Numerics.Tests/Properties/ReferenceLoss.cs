using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>
/// An oracle independent of the compiler's formulas, derivatives and intermediate representation: the table of losses in plain loops.
/// </summary>
internal static class ReferenceLoss
{
    public static ReferenceResult Evaluate(Declaration declaration, int samples, LossInputs inputs) => Evaluate(
        declaration.Loss, declaration.FullShape(samples), declaration.Weight, declaration.Element, inputs, declaration.Weighting, declaration.Normalize);

    public static ReferenceResult Evaluate(LossKind loss, ReferenceShape shape, double weight, ElementType element, LossInputs inputs, WeightingMode mode, WeightNormalization normalization)
    {
        double[] weights = mode == WeightingMode.None
            ? [.. Enumerable.Repeat(1.0, shape.Count)]
            : ReferenceWeights.Of(shape, mode, normalization, inputs.Weights);
        if (shape.ClassAxis is null)
        {
            return ReferenceElement.Evaluate(loss, shape, weight, inputs.Prediction, inputs.GroundTruth, weights);
        }

        double smallestNormal = element == ElementType.Double ? 2.2250738585072014e-308 : 1.1754943508222875e-38;
        return ReferenceClassAxis.Evaluate(loss, shape, weight, inputs.Prediction, inputs.GroundTruth, weights, smallestNormal);
    }
}
