using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Logits 2e38 apart: their distance is within the range of each element type, but their sums and products need not be.</summary>
public sealed class SpreadTests
{
    public static TheoryData<EdgeGroup, ElementType> All => EdgeLosses.All;

    public static TheoryData<EdgeGroup, ElementType> Unweighted => EdgeLosses.Unweighted;

    [Theory]
    [MemberData(nameof(All))]
    public void TheGreatestTakesAllProbability(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.Softmax, group, element))
        {
            double[] row = Spread(place);
            EdgeOutcome right = place.Batch.At(place.Location, row, place.Class);
            right.HasLoss(0.0);
            right.HasGradient(new double[row.Length]);

            int label = (place.Class + 1) % row.Length;
            if (label != place.Class)
            {
                EdgeOutcome wrong = place.Batch.At(place.Location, row, label);
                wrong.HasLoss(2e38);
                wrong.HasGradient([.. row.Select((_, c) => c == label ? -1.0 : c == place.Class ? 1.0 : 0.0)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Unweighted))]
    public void SoftLabelsLoseTheirDistanceFromIt(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.SoftlabelSoftmax, group, element))
        {
            double[] row = Spread(place);
            double[] softLabels = [.. Enumerable.Repeat(0.015625, row.Length)];
            EdgeOutcome outcome = place.Batch.At(place.Location, row, softLabels);
            outcome.HasLoss(0.015625 * (row.Length - 1) * 2e38);
            outcome.HasGradient([.. row.Select((_, c) => (c == place.Class ? 0.015625 * row.Length : 0.0) - 0.015625)]);
            outcome.HasSecondGradient([.. row.Select((_, c) => c == place.Class ? 0.0 : 2e38)]);
        }
    }

    [Theory]
    [InlineData(ElementType.Single)]
    [InlineData(ElementType.Double)]
    public void ADistanceBeyondFloat32CountsWhereTheMeanDoesNot(ElementType element)
    {
        EdgeOutcome outcome = EdgeLosses.Compile([EdgeLosses.Along(1, Shape.Batch, 2) with { Element = element }]).Single().Batch(3).At(1, [2e38, -2e38], 1);
        Assert.True(double.IsFinite(outcome.Value));
        outcome.HasLoss(4e38);
    }

    private static double[] Spread(EdgePlace place)
    {
        double[] row = [.. Enumerable.Repeat(-1e38, place.Batch.Classes)];
        row[place.Class] = 1e38;
        return row;
    }
}
