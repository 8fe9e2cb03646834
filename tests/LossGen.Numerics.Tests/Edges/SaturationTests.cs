using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Locations whose label's logit is 20 above all others: the loss is far below one unit in the last place of 1, and correct.</summary>
public sealed class SaturationTests
{
    public static TheoryData<EdgeGroup, ElementType> All => EdgeLosses.All;

    public static TheoryData<EdgeGroup, ElementType> Unweighted => EdgeLosses.Unweighted;

    [Theory]
    [MemberData(nameof(All))]
    public void ASureLabelKeepsItsRelativeAccuracy(EdgeGroup group, ElementType element) => Check(LossKind.Softmax, group, element);

    [Theory]
    [MemberData(nameof(Unweighted))]
    public void ASureSoftLabelKeepsItsRelativeAccuracy(EdgeGroup group, ElementType element) => Check(LossKind.SoftlabelSoftmax, group, element);

    // All locations at once, so that nothing larger hides the small loss.
    private static void Check(LossKind loss, EdgeGroup group, ElementType element)
    {
        foreach (EdgeBatch batch in EdgePlaces.Of(loss, group, element).Select(static place => place.Batch).Distinct())
        {
            for (int shift = 0; shift < batch.Classes; shift++)
            {
                Check(batch, [.. Enumerable.Range(0, batch.Locations).Select(location => (location + shift) % batch.Classes)]);
            }
        }
    }

    private static void Check(EdgeBatch batch, int[] labels)
    {
        double[] oneHot = [.. labels.SelectMany(label => Enumerable.Range(0, batch.Classes).Select(c => c == label ? 1.0 : 0.0))];
        double[] rows = [.. oneHot.Select(static isLabel => 20.0 * isLabel)];
        LossResult actual = batch.Run(rows, batch.Kind == LossKind.Softmax ? [.. labels.Select(static label => (double)label)] : oneHot);
        ReferenceRow row = new([20.0, .. new double[batch.Classes - 1]]);
        double others = row.ProbabilityOfOthers(0);
        double[] weights = [.. labels.Select((label, location) => batch.Weights[(location * batch.Classes) + label] / batch.Locations)];
        Near(weights.Sum() * row.MinusLogProbability(0), actual.Value, 2e-6, batch, "value");
        for (int i = 0; i < rows.Length; i++)
        {
            double share = oneHot[i] == 1.0 ? -others : row.Probability(1);
            Near(weights[i / batch.Classes] * share, actual.PredictionGradient[i], 1e-5, batch, "gradient");
        }
    }

    private static void Near(double expected, double actual, double relative, EdgeBatch batch, string what)
    {
        if (!(Math.Abs(expected - actual) <= relative * Math.Abs(expected)))
        {
            Assert.Fail($"{batch}: {what} {actual:R}, expected {expected:R}");
        }
    }
}
