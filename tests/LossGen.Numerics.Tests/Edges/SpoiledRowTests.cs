using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Rows that have no softmax: the whole row is NaN, and no other location is.</summary>
public sealed class SpoiledRowTests
{
    public static TheoryData<EdgeGroup, ElementType> All => EdgeLosses.All;

    public static TheoryData<EdgeGroup, ElementType> Unweighted => EdgeLosses.Unweighted;

    [Theory]
    [MemberData(nameof(All))]
    public void SoftmaxIsNaNForThatRowOnly(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.Softmax, group, element))
        {
            foreach (double[] row in Spoiled(place))
            {
                place.Batch.At(place.Location, row, (place.Class + (place.Location % 2)) % row.Length).IsNaN();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Unweighted))]
    public void SoftLabelSoftmaxIsNaNForThatRowOnly(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.SoftlabelSoftmax, group, element))
        {
            foreach (double[] row in Spoiled(place))
            {
                double[] softLabels = [.. Enumerable.Repeat(0.25, row.Length)];
                softLabels[place.Class] *= place.Location % 2;
                place.Batch.At(place.Location, row, softLabels).IsNaN();
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AProbabilityOfNaNIsNaNWhereItIsTheLabels(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.MultinomialLogistic, group, element))
        {
            double[] row = place.Batch.HarmlessRow(place.Location);
            row[place.Class] = double.NaN;
            EdgeOutcome atLabel = place.Batch.At(place.Location, row, place.Class);
            Assert.Equal((double.NaN, double.NaN), (atLabel.Value, atLabel.Gradient[place.Class]));

            // The loss reads one probability and none of the others.
            int label = (place.Class + 1) % row.Length;
            if (label != place.Class)
            {
                EdgeOutcome beside = place.Batch.At(place.Location, row, label);
                beside.HasLoss(-Math.Log(row[label]));
                beside.HasGradient([.. row.Select((probability, c) => c == label ? -1.0 / probability : 0.0)]);
            }
        }
    }

    private static IEnumerable<double[]> Spoiled(EdgePlace place)
    {
        foreach (double spoiler in new[] { double.NaN, double.PositiveInfinity })
        {
            double[] row = place.Batch.HarmlessRow(place.Location);
            row[place.Class] = spoiler;
            yield return row;

            double[] amongMinusInfinities = [.. Enumerable.Repeat(double.NegativeInfinity, row.Length)];
            amongMinusInfinities[place.Class] = spoiler;
            yield return amongMinusInfinities;
        }

        yield return [.. Enumerable.Repeat(double.NegativeInfinity, place.Batch.Classes)];
    }
}
