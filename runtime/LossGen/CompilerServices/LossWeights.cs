using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace LossGen.CompilerServices;

/// <summary>Checks and scales the weights that generated constructors are given and keep.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class LossWeights
{
    /// <summary>Checks weights and scales them in float64.</summary>
    /// <param name="weights">The weights of classes, or of one data point, row-major.</param>
    /// <param name="count">How many there must be.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="inner">The distance between the weights of neighbouring classes of a location.</param>
    /// <param name="normalization">How they are scaled.</param>
    /// <param name="what">What they belong to, for the message.</param>
    /// <param name="parameter">Their name, for the message.</param>
    /// <returns>The scaled weights.</returns>
    /// <exception cref="ArgumentException">
    /// The number of weights is not <paramref name="count"/>, or a weight is negative, NaN or infinite, or weights that are scaled together are all 0.
    /// </exception>
    public static double[] Normalize(ReadOnlySpan<float> weights, int count, int classes, int inner, WeightNormalization normalization, string what, string parameter) =>
        NormalizeWidened(weights, count, classes, inner, normalization, what, parameter);

    /// <inheritdoc cref="Normalize(ReadOnlySpan{float}, int, int, int, WeightNormalization, string, string)"/>
    public static double[] Normalize(ReadOnlySpan<double> weights, int count, int classes, int inner, WeightNormalization normalization, string what, string parameter) =>
        NormalizeWidened(weights, count, classes, inner, normalization, what, parameter);

    /// <summary>The same, rounded to float32 in the end.</summary>
    /// <inheritdoc cref="Normalize(ReadOnlySpan{float}, int, int, int, WeightNormalization, string, string)"/>
    public static float[] NormalizeToSingle(ReadOnlySpan<float> weights, int count, int classes, int inner, WeightNormalization normalization, string what, string parameter) =>
        Array.ConvertAll(NormalizeWidened(weights, count, classes, inner, normalization, what, parameter), static weight => (float)weight);

    private static double[] NormalizeWidened<T>(ReadOnlySpan<T> weights, int count, int classes, int inner, WeightNormalization normalization, string what, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (weights.Length != count)
        {
            throw new ArgumentException($"'{parameter}' has {(weights.Length == 1 ? "1 element" : $"{weights.Length} elements")}, but must have {count}: one for each of {what}.", parameter);
        }

        double[] scaled = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!T.IsFinite(weights[i]) || weights[i] < T.Zero)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {weights[i]} at index {i}, but a weight must be finite and at least 0."),
                    parameter);
            }

            scaled[i] = double.CreateChecked(weights[i]);
        }

        if (normalization != WeightNormalization.None)
        {
            bool perLocation = normalization == WeightNormalization.Local;
            if (WeightScaling.FindZeroSum(scaled, classes, inner, perLocation) is >= 0 and var first)
            {
                string which = perLocation && count > classes ? $"the {classes} weights of one location, the first of them at index {first}," : $"all {count}, from index 0 on,";
                throw new ArgumentException($"'{parameter}' cannot be normalised ({normalization}): {which} are 0, but one must be above 0, unless Normalize is None.", parameter);
            }

            WeightScaling.Scale(scaled, classes, inner, perLocation);
        }

        return scaled;
    }
}
