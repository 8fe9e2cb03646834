namespace LossGen.Numerics.Tests.Properties;

/// <summary>The weights ω of every element of the prediction: expanded to its shape, then normalised, literally as documented.</summary>
internal static class ReferenceWeights
{
    public static double[] Of(ReferenceShape shape, WeightingMode mode, WeightNormalization normalization, double[]? weights)
    {
        double[] expanded = Expanded(shape, mode, weights);

        // Weights of locations are taken as they are.
        return (mode == WeightingMode.PerLocation ? WeightNormalization.None : normalization) switch
        {
            // At every location the C weights sum to C.
            WeightNormalization.Local => Scaled(shape, expanded, static (shape, index) => WithoutClass(shape, index), shape.Classes),

            // For every data point all weights sum to their number.
            WeightNormalization.Global => Scaled(shape, expanded, static (shape, index) => index[shape.BatchAxis], shape.Count / Math.Max(1, shape.Samples)),
            _ => expanded,
        };
    }

    private static double[] Expanded(ReferenceShape shape, WeightingMode mode, double[]? weights) => [.. Enumerable.Range(0, shape.Count).Select(position =>
    {
        int[] index = shape.MultiIndex(position);
        return mode switch
        {
            WeightingMode.PerClass => weights![index[shape.ClassAxis!.Value]],
            WeightingMode.PerDataPoint => weights![shape.PositionInSample(index)],
            WeightingMode.PerPrediction => weights![position],
            WeightingMode.PerLocation => weights![WithoutClass(shape, index)],
            _ => 1.0,
        };
    })];

    // Each group of elements is scaled to the same sum.
    private static double[] Scaled(ReferenceShape shape, double[] expanded, Func<ReferenceShape, int[], int> group, double target)
    {
        int[] groups = [.. Enumerable.Range(0, shape.Count).Select(position => group(shape, shape.MultiIndex(position)))];
        Dictionary<int, double> sums = Enumerable.Range(0, shape.Count).GroupBy(position => groups[position])
            .ToDictionary(static members => members.Key, members => ReferenceMath.Sum(members.Select(position => expanded[position])));
        return [.. expanded.Select((weight, position) => weight * target / sums[groups[position]])];
    }

    private static int WithoutClass(ReferenceShape shape, int[] index)
    {
        int group = 0;
        for (int axis = 0; axis < shape.Sizes.Length; axis++)
        {
            group = axis == shape.ClassAxis ? group : (group * shape.Sizes[axis]) + index[axis];
        }

        return group;
    }
}
