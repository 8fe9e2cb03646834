using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>The place of an edge case: its class and location in a batch.</summary>
internal readonly record struct EdgePlace(EdgeBatch Batch, int Location, int Class);

/// <summary>Every place of an edge case: each class of a row, each lane of neighbouring locations, and both remainders.</summary>
internal static class EdgePlaces
{
    // 3 vectors of 8 and 3 more.
    private const int MostLocations = 27;

    public static IEnumerable<EdgePlace> Of(LossKind loss, EdgeGroup group, ElementType element) => EdgeLosses.Of(loss, group, element).SelectMany(compiled => group switch
    {
        EdgeGroup.ClassCounts => AlongClasses(compiled),
        EdgeGroup.Layouts => Enumerable.Range(1, MostSamples(compiled)).SelectMany(samples => AlongLocations(compiled, samples, everyClass: samples == 2)),

        // Except for the weights, the kernels are those of the layouts.
        _ => new[] { 1, 2, MostSamples(compiled) }.Distinct().SelectMany(samples => AlongLocations(compiled, samples, everyClass: samples == 1)),
    });

    private static IEnumerable<EdgePlace> AlongClasses(EdgeLoss loss)
    {
        for (int c = 0; c < loss.Classes; c++)
        {
            yield return new EdgePlace(loss.Batch(3), 1, c);
            yield return new EdgePlace(loss.Batch(11), c % 11, c);
        }
    }

    private static IEnumerable<EdgePlace> AlongLocations(EdgeLoss loss, int samples, bool everyClass)
    {
        EdgeBatch batch = loss.Batch(samples);
        for (int location = 0; location < batch.Locations; location++)
        {
            // Or each class in turn.
            for (int c = 0; c < (everyClass ? loss.Classes : 1); c++)
            {
                yield return new EdgePlace(batch, location, (location + samples + c) % loss.Classes);
            }
        }
    }

    private static int MostSamples(EdgeLoss loss) => Math.Max(2, MostLocations * loss.Classes / loss.Declaration.ElementsPerSample);
}
