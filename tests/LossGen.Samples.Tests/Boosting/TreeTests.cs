using Boosting;
using Boosting.Trees;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>Bins, splits and trees on random numbers.</summary>
public sealed class TreeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 17)]
    [InlineData(64, 64)]
    [InlineData(1000, 64)]
    public void FewValuesHaveABinEachAndManyShareThem(int distinct, int bins)
    {
        float[] values = [.. Enumerable.Range(0, 4000).Select(i => (float)(i % distinct))];
        BinnedFeatures binned = BinEdges.Choose(values, features: 1).Bin(values);
        byte[] all = binned[0].ToArray();
        Assert.Equal(bins, all.Distinct().Count());
        Assert.InRange(all.CountBy(static bin => bin).Max(static pair => pair.Value), 4000 / bins, (4000 / bins) + 64);
        Assert.All(values.Zip(all).OrderBy(static pair => pair.First).Chunk(2), static pair => Assert.True(pair[0].Second <= pair[1].Second));
    }

    [Fact]
    public void ValuesBeyondTheEdgesAreInTheOutermostBins() =>
        Assert.Equal([0, 2, 1], BinEdges.Choose([1, 2, 3], features: 1).Bin([-9, 9, 2])[0].ToArray());

    [Fact]
    public void NoSplitGainsMoreThanTheBest()
    {
        var random = new Random(5);
        for (int repetition = 0; repetition < 50; repetition++)
        {
            (float[] values, float[] gradient, float[] curvature) = RandomRows(random, rows: 40, features: 3);
            BinnedFeatures features = BinEdges.Choose(values, 3).Bin(values);
            DerivativeSums total = Sum(gradient, curvature, static _ => true);
            Split? best = new SplitFinder(features, new TreeSettings(1, Lambda: 0.5, SmallestLeaf: 4)).Best([.. Enumerable.Range(0, 40)], gradient, curvature, total);

            double largest = 0;
            for (int feature = 0; feature < 3; feature++)
            {
                for (int bin = 0; bin < BinEdges.MostBins; bin++)
                {
                    byte[] bins = features[feature].ToArray();
                    DerivativeSums left = Sum(gradient, curvature, row => bins[row] <= bin);
                    DerivativeSums right = Sum(gradient, curvature, row => bins[row] > bin);
                    if (left.Rows >= 4 && right.Rows >= 4)
                    {
                        largest = Math.Max(largest, (left.Score(0.5) + right.Score(0.5) - total.Score(0.5)) / 2);
                    }
                }
            }

            Assert.Equal(largest, best?.Gain ?? 0, 1e-9);
        }
    }

    [Fact]
    public void GammaForbidsSplitsThatGainLess()
    {
        (float[] values, float[] gradient, float[] curvature) = RandomRows(new Random(6), rows: 100, features: 2);
        BinnedFeatures features = BinEdges.Choose(values, 2).Bin(values);
        Assert.InRange(new TreeGrower(features, new TreeSettings(5)).Grow(gradient, curvature).Leaves, 2, 32);
        Assert.Equal(1, new TreeGrower(features, new TreeSettings(5, Gamma: 1e6)).Grow(gradient, curvature).Leaves);
    }

    [Fact]
    public void ATreeOfFullDepthGivesEveryRowItsOwnStep()
    {
        (float[] values, float[] gradient, float[] curvature) = RandomRows(new Random(7), rows: 60, features: 2);
        BinnedFeatures features = BinEdges.Choose(values, 2).Bin(values);
        float[] steps = new float[60];
        new TreeGrower(features, new TreeSettings(60, LearningRate: 1, Lambda: 0, SmallestLeaf: 1)).Grow(gradient, curvature).AddTo(steps, features);
        Assert.All(steps.Select(static (step, row) => (step, row)), item => Assert.Equal(-gradient[item.row] / curvature[item.row], item.step, 1e-4));
    }

    private static DerivativeSums Sum(float[] gradient, float[] curvature, Func<int, bool> isIn) =>
        Enumerable.Range(0, gradient.Length).Where(isIn).Aggregate(default(DerivativeSums), (sum, row) => sum + new DerivativeSums(gradient[row], curvature[row], 1));

    private static (float[] Values, float[] Gradient, float[] Curvature) RandomRows(Random random, int rows, int features) =>
        (Numbers(random, rows * features, -1), Numbers(random, rows, -1), Numbers(random, rows, 0.1f));

    private static float[] Numbers(Random random, int count, float smallest) =>
        [.. Enumerable.Range(0, count).Select(_ => smallest + ((1 - smallest) * random.NextSingle()))];
}
