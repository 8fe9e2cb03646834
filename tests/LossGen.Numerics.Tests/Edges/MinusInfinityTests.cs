using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>−∞ among logits that are not all −∞: a probability of 0, whose loss is +∞ where it counts.</summary>
public sealed class MinusInfinityTests
{
    public static TheoryData<EdgeGroup, ElementType> All => EdgeLosses.All;

    public static TheoryData<EdgeGroup, ElementType> Unweighted => EdgeLosses.Unweighted;

    [Theory]
    [MemberData(nameof(All))]
    public void BesideTheLabelTheProbabilityIs0(EdgeGroup group, ElementType element) => ForEveryPlace(LossKind.Softmax, group, element, (place, row) =>
    {
        int label = (place.Class + 1) % row.Length;
        EdgeOutcome outcome = place.Batch.At(place.Location, row, label);
        ReferenceRow expected = new(row);
        outcome.HasLoss(expected.MinusLogProbability(label));
        outcome.HasGradient(SoftmaxGradient(expected, row.Length, label));
        Assert.Equal(0.0, outcome.Gradient[place.Class]);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void EverywhereButAtTheLabelTheLossIs0(EdgeGroup group, ElementType element) => ForEveryPlace(LossKind.Softmax, group, element, (place, row) =>
    {
        double label = place.Batch.HarmlessRow(place.Location)[place.Class];
        Array.Fill(row, double.NegativeInfinity);
        row[place.Class] = label;
        EdgeOutcome outcome = place.Batch.At(place.Location, row, place.Class);
        outcome.HasLoss(0.0);
        Assert.All(outcome.Gradient, static g => Assert.Equal(0.0, g));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void AtTheLabelTheLossIsInfiniteAndTheGradientTheLimit(EdgeGroup group, ElementType element) => ForEveryPlace(LossKind.Softmax, group, element, (place, row) =>
    {
        EdgeOutcome outcome = place.Batch.At(place.Location, row, place.Class);
        Assert.Equal(double.PositiveInfinity, outcome.Value);
        double[] expected = SoftmaxGradient(new ReferenceRow(row), row.Length, place.Class);
        Assert.Equal(-1.0, expected[place.Class], tolerance: 1e-15);
        outcome.HasGradient(expected);
    });

    [Theory]
    [MemberData(nameof(Unweighted))]
    public void ASoftLabelOf0CountsNothingThere(EdgeGroup group, ElementType element) => ForEveryPlace(LossKind.SoftlabelSoftmax, group, element, (place, row) =>
    {
        double[] softLabels = SoftLabels(row.Length);
        softLabels[place.Class] = 0.0;
        EdgeOutcome outcome = place.Batch.At(place.Location, row, softLabels);
        ReferenceRow expected = new(row);
        outcome.HasLoss(Enumerable.Range(0, row.Length).Sum(c => c == place.Class ? 0.0 : softLabels[c] * expected.MinusLogProbability(c)));
        outcome.HasGradient([.. softLabels.Select((softLabel, c) => (expected.Probability(c) * softLabels.Sum()) - softLabel)]);
        outcome.HasSecondGradient([.. softLabels.Select((_, c) => expected.MinusLogProbability(c))]);
        Assert.Equal(0.0, outcome.Gradient[place.Class]);
        Assert.Equal(double.PositiveInfinity, outcome.SecondGradient[place.Class]);
    });

    [Theory]
    [MemberData(nameof(Unweighted))]
    public void AnyOtherSoftLabelIsAnInfiniteLossThere(EdgeGroup group, ElementType element) => ForEveryPlace(LossKind.SoftlabelSoftmax, group, element, (place, row) =>
    {
        double[] softLabels = SoftLabels(row.Length);
        EdgeOutcome outcome = place.Batch.At(place.Location, row, softLabels);
        ReferenceRow expected = new(row);
        Assert.Equal(double.PositiveInfinity, outcome.Value);
        outcome.HasGradient([.. softLabels.Select((softLabel, c) => (expected.Probability(c) * softLabels.Sum()) - softLabel)]);
        Assert.Equal(double.PositiveInfinity, outcome.SecondGradient[place.Class]);
    });

    private static double[] SoftLabels(int classes) => [.. Enumerable.Repeat(0.25, classes)];

    private static double[] SoftmaxGradient(ReferenceRow row, int classes, int label) =>
        [.. Enumerable.Range(0, classes).Select(c => c == label ? -row.ProbabilityOfOthers(c) : row.Probability(c))];

    // A single class would be a row of −∞ only.
    private static void ForEveryPlace(LossKind loss, EdgeGroup group, ElementType element, Action<EdgePlace, double[]> test)
    {
        foreach (EdgePlace place in EdgePlaces.Of(loss, group, element).Where(static place => place.Batch.Classes > 1))
        {
            double[] row = place.Batch.HarmlessRow(place.Location);
            row[place.Class] = double.NegativeInfinity;
            test(place, row);
        }
    }
}
