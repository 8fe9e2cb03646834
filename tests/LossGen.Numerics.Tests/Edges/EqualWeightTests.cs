using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Equal weights of any size, which normalisation scales to 1, and weights that sum to 0 in a call.</summary>
public sealed class EqualWeightTests
{
    public static TheoryData<string, ElementType> Weighted => EdgeLosses.Weighted;

    [Theory]
    [MemberData(nameof(Weighted))]
    public void EqualWeightsGiveTheUnweightedLoss(string loss, ElementType element)
    {
        EdgeLoss[] normalised = [.. EdgeLosses.WeightedOf(loss, element).Where(static weighted => weighted.Declaration.Normalize != WeightNormalization.None)];
        IReadOnlyList<EdgeLoss> unweighted = EdgeLosses.Compile([.. normalised.Select(static weighted =>
            weighted.Declaration with { Weighting = WeightingMode.None, Normalize = default })]);
        foreach ((EdgeLoss weighted, EdgeLoss plain) in normalised.Zip(unweighted))
        {
            foreach (double weight in Sizes(weighted.Declaration))
            {
                foreach (int samples in new[] { 1, 2, 11 })
                {
                    LossResult expected = plain.Batch(samples).Harmless;
                    LossResult actual = new EdgeBatch(weighted, samples, [.. weighted.HarmlessWeights(samples)!.Select(_ => weight)]).Harmless;
                    Near(expected.Value, actual.Value, weighted, weight);
                    for (int i = 0; i < expected.PredictionGradient.Length; i++)
                    {
                        Near(expected.PredictionGradient[i], actual.PredictionGradient[i], weighted, weight);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Weighted))]
    public void WeightsOfACallThatSumTo0AreNaNThere(string loss, ElementType element)
    {
        foreach (EdgeLoss weighted in EdgeLosses.WeightedOf(loss, element).Where(static weighted =>
            weighted.Declaration.Weighting == WeightingMode.PerPrediction && weighted.Declaration.Normalize != WeightNormalization.None))
        {
            const int Samples = 5;
            ReferenceShape shape = weighted.Declaration.FullShape(Samples);
            EdgeBatch harmless = weighted.Batch(Samples);
            int[][] groups = [.. Enumerable.Range(0, shape.Count).GroupBy(position => Group(weighted, shape, position)).Select(static members => members.ToArray())];
            foreach (int[] zeros in groups)
            {
                double[] weights = weighted.HarmlessWeights(Samples)!;
                foreach (int position in zeros)
                {
                    weights[position] = 0.0;
                }

                LossResult actual = new EdgeBatch(weighted, Samples, weights).Harmless;
                Assert.True(double.IsNaN(actual.Value));
                int[] spoiled = [.. Enumerable.Range(0, harmless.Locations).Where(location => zeros.Contains(FirstOf(shape, location)))];
                for (int location = 0; location < harmless.Locations; location++)
                {
                    double atLabel = actual.PredictionGradient[(location * shape.Classes) + harmless.HarmlessLabel(location)];
                    Assert.Equal(spoiled.Contains(location), double.IsNaN(atLabel));
                }
            }
        }
    }

    private static int Group(EdgeLoss weighted, ReferenceShape shape, int position) => weighted.Declaration.Normalize == WeightNormalization.Global
        ? shape.MultiIndex(position)[shape.BatchAxis]
        : (position / (shape.Classes * shape.Inner) * shape.Inner) + (position % shape.Inner);

    private static int FirstOf(ReferenceShape shape, int location) => shape.Position(location / shape.Inner, 0, location % shape.Inner);

    // A constructor has the time to scale without overflow; a kernel adds up what it is given, in float64.
    private static double[] Sizes(Declaration declaration) => (declaration.Element, declaration.HasConstructor) switch
    {
        (ElementType.Single, _) => [0.3, 1e-30, 3e38, 1.401298464324817e-45],
        (_, true) => [0.3, 1e-300, 1e300, 1.7e308, 5e-324],
        _ => [0.3, 1e-300, 1e300],
    };

    private static void Near(double expected, double actual, EdgeLoss loss, double weight)
    {
        double relative = loss.Declaration.Element == ElementType.Double ? 1e-13 : 1e-6;
        if (!(Math.Abs(expected - actual) <= relative * Math.Abs(expected)))
        {
            Assert.Fail($"{loss.Declaration.Attribute(null)}, all weights {weight:R}: {actual:R}, unweighted {expected:R}");
        }
    }
}
