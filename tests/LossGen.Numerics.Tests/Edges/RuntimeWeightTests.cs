using System.Globalization;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Which weights constructors accept, which they refuse, and with what message.</summary>
public sealed class RuntimeWeightTests
{
    public static TheoryData<string, ElementType> Weighted => EdgeLosses.Weighted;

    [Theory]
    [MemberData(nameof(Weighted))]
    public void WhatIsNoWeightIsRefusedAtEveryIndex(string loss, ElementType element) => ForEveryConstructor(loss, element, (weighted, weights) =>
    {
        foreach (double noWeight in new[] { -1.0, -1e-30, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            for (int i = 0; i < weights.Length; i++)
            {
                double[] edge = [.. weights];
                edge[i] = noWeight;
                string written = element == ElementType.Double ? noWeight.ToString(CultureInfo.InvariantCulture) : ((float)noWeight).ToString(CultureInfo.InvariantCulture);
                Refuses(weighted, edge, $"'weights' has {written} at index {i}", "must be finite and at least 0");
            }
        }
    });

    [Theory]
    [MemberData(nameof(Weighted))]
    public void AnotherNumberOfWeightsIsRefused(string loss, ElementType element) => ForEveryConstructor(loss, element, (weighted, weights) =>
    {
        foreach (int count in new[] { 0, 1, weights.Length - 1, weights.Length + 1, 2 * weights.Length })
        {
            Refuses(weighted, [.. Enumerable.Repeat(1.0, count)], $"'weights' has {(count == 1 ? "1 element" : $"{count} elements")},", $"must have {weights.Length}");
        }
    });

    [Theory]
    [MemberData(nameof(Weighted))]
    public void WeightsThatAreAll0CannotBeNormalised(string loss, ElementType element) => ForEveryConstructor(loss, element, (weighted, weights) =>
    {
        double[] zeros = new double[weights.Length];
        zeros[0] = -0.0;
        if (weighted.Declaration.Normalize != WeightNormalization.None)
        {
            Refuses(weighted, zeros, "'weights' cannot be normalised", "index 0");
            return;
        }

        LossResult result = new EdgeBatch(weighted, 2, zeros).Harmless;
        Assert.Equal(0.0, result.Value);
        Assert.All(result.PredictionGradient, static g => Assert.Equal(0.0, g));
    });

    [Theory]
    [MemberData(nameof(Weighted))]
    public void OneLocationOfZerosIsEnoughWhereLocationsAreNormalised(string loss, ElementType element) => ForEveryConstructor(loss, element, (weighted, weights) =>
    {
        if (weighted.Declaration.Weighting != WeightingMode.PerDataPoint)
        {
            return;
        }

        ReferenceShape shape = weighted.Declaration.FullShape(1);
        for (int location = 0; location < shape.Locations; location++)
        {
            int[] own = [.. Enumerable.Range(0, shape.Classes).Select(c => shape.Position(location / shape.Inner, c, location % shape.Inner))];
            double[] edge = [.. weights.Select((weight, i) => own.Contains(i) ? 0.0 : weight)];
            bool isNormalised = weighted.Declaration.Normalize == WeightNormalization.Local || (weighted.Declaration.Normalize == WeightNormalization.Global && shape.Locations == 1);
            if (isNormalised)
            {
                Refuses(weighted, edge, "'weights' cannot be normalised", $"index {own[0]}");
            }
            else
            {
                double[] row = new EdgeBatch(weighted, 1, edge).Harmless.PredictionGradient[(location * shape.Classes)..((location + 1) * shape.Classes)];
                Assert.All(row, static g => Assert.Equal(0.0, g));
            }
        }
    });

    private static void ForEveryConstructor(string loss, ElementType element, Action<EdgeLoss, double[]> test)
    {
        foreach (EdgeLoss weighted in EdgeLosses.WeightedOf(loss, element).Where(static weighted => weighted.Declaration.HasConstructor))
        {
            test(weighted, weighted.HarmlessWeights(1)!);
        }
    }

    private static void Refuses(EdgeLoss weighted, double[] weights, params string[] words)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => weighted.Instance(weights));
        Assert.Equal("weights", error.ParamName);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }
}
