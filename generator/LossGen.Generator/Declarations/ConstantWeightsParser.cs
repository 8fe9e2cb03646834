using System.Globalization;
using LossGen.CompilerServices;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the weights that are constants: as many as their mode needs, each at least 0 and finite, and with a sum that can be scaled.</summary>
internal static class ConstantWeightsParser
{
    /// <summary>Reads the weights as declared; null if a problem was found.</summary>
    public static EquatableArray<ExactDouble>? Parse(
        TypedConstant given, WeightingKind? kind, NormalizationKind? normalization, LossAttributeData attribute, TensorShape? shape, ProblemList problems)
    {
        Location location = ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Weights);
        if (kind is WeightingKind.None or WeightingKind.PerPrediction or WeightingKind.PerLocation)
        {
            string advice = kind == WeightingKind.None ? "set it to" : "its weights come with each call, so set it to";
            problems.Add(Descriptors.WeightsNotConstant, location, kind.Value, advice + " WeightingMode.PerClass or WeightingMode.PerDataPoint, or remove Weights");
            return null;
        }

        double[]? weights = given.IsNull ? null : [.. given.Values.Select(static value => (double)value.Value!)];

        // Each rule is checked, so that all errors are reported at once; but a sum is meaningful only for sound weights.
        bool hasItsCount = HasItsCount(weights, kind, location, shape, problems);
        bool areInRange = AreInRange(weights ?? [], attribute, problems);
        return weights is { Length: > 0 } && hasItsCount && areInRange && HasASum(weights, kind, normalization, location, shape, problems)
            ? weights.Select(static weight => new ExactDouble(weight)).ToEquatableArray()
            : null;
    }

    /// <summary>How many there are, in words.</summary>
    public static string CountOf(double[]? weights) => weights is null ? "null" : weights.Length == 1 ? "1 element" : Number(weights.Length) + " elements";

    // Nothing can be said about an unknown mode, and without a shape only that no weights at all are too few.
    private static bool HasItsCount(double[]? weights, WeightingKind? kind, Location location, TensorShape? shape, ProblemList problems)
    {
        int? needed = kind == WeightingKind.PerClass ? shape?.Classes : shape?.ElementsPerSample;
        if (kind is null || (weights is { Length: > 0 } && (needed is null || needed == weights.Length)))
        {
            return true;
        }

        string each = kind == WeightingKind.PerClass ? "one for each class" : "one for each element of a data point";
        string advice = shape is null ? each : Number(needed!.Value) + ", " + each + " of the shape " + shape;
        problems.Add(Descriptors.WeightsCount, location, LossProperty.Weights, CountOf(weights), $"WeightingMode.{kind.Value} needs {advice}");
        return false;
    }

    private static bool AreInRange(double[] weights, LossAttributeData attribute, ProblemList problems)
    {
        bool areInRange = true;
        for (int index = 0; index < weights.Length; index++)
        {
            double weight = weights[index];
            if (!(weight >= 0 && weight <= double.MaxValue))
            {
                Location location = ArgumentLocations.OfPropertyElement(attribute.Syntax, LossProperty.Weights, index, weights.Length);
                problems.Add(Descriptors.ConstantWeightOutOfRange, location, index, weight.ToString("R", CultureInfo.InvariantCulture));
                areInRange = false;
            }
        }

        return areInRange;
    }

    // Only the first: if a mask is forgotten there may be thousands.
    private static bool HasASum(
        double[] weights, WeightingKind? kind, NormalizationKind? normalization, Location location, TensorShape? shape, ProblemList problems)
    {
        bool perLocation = kind == WeightingKind.PerDataPoint && normalization == NormalizationKind.Local && shape is not null;
        int first = normalization is null or NormalizationKind.None ? -1
            : perLocation ? WeightScaling.FindZeroSum(weights, shape!.Classes, shape.FixedInner, perLocation)
            : WeightScaling.FindZeroSum(weights, weights.Length, 1, perLocation);
        if (first < 0)
        {
            return true;
        }

        problems.Add(Descriptors.WeightsSumToZero, location, perLocation ? Place(first, shape!) : "", normalization!.Value);
        return false;
    }

    private static string Place(int first, TensorShape shape)
    {
        int inner = shape.FixedInner;
        int location = (first / (shape.Classes * inner) * inner) + (first % inner);
        return " at location " + Number(location) + " of the data point, whose class 0 is Weights[" + Number(first) + "]";
    }
}
