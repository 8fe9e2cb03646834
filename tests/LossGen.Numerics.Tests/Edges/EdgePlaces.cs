using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Where an edge stands: in which class of which location of how many.</summary>
internal readonly record struct EdgePlace(EdgeBatch Batch, int Location, int Class);

/// <summary>Every place of an edge: each class of a row, each lane of neighbouring locations, and both tails.</summary>
internal static class EdgePlaces
{
    // 3 vectors of 8 and 3.
    private const int MostLocations = 27;

    public static IEnumerable<EdgePlace> Of(LossKind loss, EdgeGroup group, ElementType element) =>
        EdgeLosses.Of(loss, group, element).SelectMany(compiled => group == EdgeGroup.ClassCounts ? AlongClasses(compiled) : AlongLocations(compiled));

    private static IEnumerable<EdgePlace> AlongClasses(EdgeLoss loss)
    {
        for (int c = 0; c < loss.Classes; c++)
        {
            yield return new EdgePlace(loss.Batch(3), 1, c);
            yield return new EdgePlace(loss.Batch(11), c % 11, c);
        }
    }

    private static IEnumerable<EdgePlace> AlongLocations(EdgeLoss loss)
    {
        int perSample = loss.Declaration.ElementsPerSample / loss.Classes;
        int most = Math.Max(2, MostLocations / perSample);
        for (int samples = 1; samples <= most; samples++)
        {
            EdgeBatch batch = loss.Batch(samples);
            for (int location = 0; location < batch.Locations; location++)
            {
                // Every class at the greatest number of samples, and below it each in turn.
                int tried = samples == most ? loss.Classes : 1;
                for (int c = 0; c < tried; c++)
                {
                    yield return new EdgePlace(batch, location, (location + samples + c) % loss.Classes);
                }
            }
        }
    }
}
