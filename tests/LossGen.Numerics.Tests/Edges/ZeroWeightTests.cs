using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>A weight of 0 at the label: the location contributes 0, whatever its loss, unless that is NaN.</summary>
public sealed class ZeroWeightTests
{
    public static TheoryData<string, ElementType> Weighted => EdgeLosses.Weighted;

    [Theory]
    [MemberData(nameof(Weighted))]
    public void TheLocationCountsNothing(string loss, ElementType element) => ForEveryPlace(loss, element, static (place, batch, row) =>
    {
        Nothing(batch.At(place.Location, row, place.Class));
        row[place.Class] = batch.Kind == LossKind.Softmax ? double.NegativeInfinity : 0.0;
        Nothing(batch.At(place.Location, row, place.Class));
    });

    [Theory]
    [MemberData(nameof(Weighted))]
    public void NaNStillShows(string loss, ElementType element) => ForEveryPlace(loss, element, static (place, batch, row) =>
    {
        row[place.Class] = double.NaN;
        EdgeOutcome atLabel = batch.At(place.Location, row, place.Class);
        if (batch.Kind == LossKind.MultinomialLogistic)
        {
            Assert.Equal((double.NaN, double.NaN), (atLabel.Value, atLabel.Gradient[place.Class]));
            return;
        }

        atLabel.IsNaN();
        row[place.Class] = double.PositiveInfinity;
        batch.At(place.Location, row, place.Class).IsNaN();
        row = batch.HarmlessRow(place.Location);
        row[(place.Class + 1) % row.Length] = double.NaN;
        batch.At(place.Location, row, place.Class).IsNaN();
        batch.At(place.Location, [.. row.Select(static _ => double.NegativeInfinity)], place.Class).IsNaN();
    });

    private static void Nothing(EdgeOutcome outcome)
    {
        outcome.HasLoss(0.0);
        Assert.All(outcome.Gradient, static g => Assert.Equal(0.0, g));
    }

    // Every weight of one class is 0; the places are those that try this class.
    private static void ForEveryPlace(string loss, ElementType element, Action<EdgePlace, EdgeBatch, double[]> test)
    {
        foreach (IGrouping<EdgeBatch, EdgePlace> places in EdgePlaces.Of(Enum.Parse<LossKind>(loss), EdgeGroup.Weightings, element).GroupBy(static place => place.Batch))
        {
            EdgeBatch[] without = [.. Enumerable.Range(0, places.Key.Classes).Select(places.Key.WithoutWeightOf)];
            foreach (EdgePlace place in places)
            {
                test(place, without[place.Class], places.Key.HarmlessRow(place.Location));
            }
        }
    }
}
