using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Probabilities of 0, below the smallest normal and above 1 in multinomial logistic loss.</summary>
public sealed class ProbabilityZeroTests
{
    public static TheoryData<EdgeGroup, ElementType> All => EdgeLosses.All;

    [Theory]
    [MemberData(nameof(All))]
    public void AtTheLabelItCountsAsTheSmallestNormal(EdgeGroup group, ElementType element)
    {
        (double smallestNormal, double subnormal) = element == ElementType.Double ? (2.2250738585072014e-308, 5e-324) : (1.1754943508222875e-38, 1.401298464324817e-45);
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.MultinomialLogistic, group, element))
        {
            double[] row = place.Batch.HarmlessRow(place.Location);
            double[] others = [-0.0, subnormal, -0.5, double.NegativeInfinity];
            foreach (double probability in new[] { 0.0, others[(place.Location + place.Class) % others.Length] })
            {
                row[place.Class] = probability;
                EdgeOutcome outcome = place.Batch.At(place.Location, row, place.Class);
                outcome.HasLoss(-Math.Log(smallestNormal));
                outcome.HasGradient([.. row.Select((_, c) => c == place.Class ? -1.0 / smallestNormal : 0.0)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AboveOneItCountsAsItIs(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.MultinomialLogistic, group, element))
        {
            double[] row = place.Batch.HarmlessRow(place.Location);
            row[place.Class] = 1.5;
            EdgeOutcome outcome = place.Batch.At(place.Location, row, place.Class);
            outcome.HasLoss(-Math.Log(1.5));
            outcome.HasGradient([.. row.Select((_, c) => c == place.Class ? -1 / 1.5 : 0.0)]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BesideTheLabelItCountsNothing(EdgeGroup group, ElementType element)
    {
        foreach (EdgePlace place in EdgePlaces.Of(LossKind.MultinomialLogistic, group, element).Where(static place => place.Batch.Classes > 1))
        {
            double[] row = place.Batch.HarmlessRow(place.Location);
            row[place.Class] = 0.0;
            int label = (place.Class + 1) % row.Length;
            EdgeOutcome outcome = place.Batch.At(place.Location, row, label);
            outcome.HasLoss(-Math.Log(row[label]));
            outcome.HasGradient([.. row.Select((probability, c) => c == label ? -1.0 / probability : 0.0)]);
        }
    }
}
