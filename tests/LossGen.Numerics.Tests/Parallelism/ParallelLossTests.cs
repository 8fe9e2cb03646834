using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Value and gradients are the same, bit for bit, for every number of threads.</summary>
public sealed class ParallelLossTests
{
    public static TheoryData<string> Losses => [.. ParallelLoss.All.Select(static loss => loss.ToString())];

    [Fact]
    public void EveryLossIsAmongThem() =>
        Assert.All(Declaration.BuiltIn, static loss => Assert.True(ParallelLoss.All.Any(parallel => parallel.Kind == loss), $"{loss} has no row in tests/LossGen.Numerics.Tests/Parallelism/ParallelLoss.cs."));

    /// <summary>In one element type each day, and in both in a deep run.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryNumberOfThreadsHasTheSameBits(string loss)
    {
        ParallelLoss declared = ParallelLoss.Of(loss);
        foreach (ElementType element in RandomRun.OneOf(Array.IndexOf(ParallelLoss.All, declared), ElementType.Single, ElementType.Double))
        {
            Check(declared, element);
        }
    }

    private static void Check(ParallelLoss declared, ElementType element)
    {
        (object serial, object parallel) = declared.Compile(element);
        LossInputs inputs = declared.Inputs();
        LossResult expected = declared.Run(serial, inputs);
        foreach (int threads in Threads.Counts)
        {
            Threads.With(threads, () =>
            {
                LossResult actual = declared.Run(parallel, inputs);
                expected.AssertSameBits(actual);
            });
        }
    }
}
