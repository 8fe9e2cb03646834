using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Value and gradients are the same, bit for bit, for every number of threads.</summary>
public sealed class ParallelLossTests
{
    public static TheoryData<string> Losses => [.. ParallelLoss.All.Select(static loss => loss.ToString())];

    [Fact]
    public void EveryLossIsAmongThem() =>
        Assert.All(Declaration.BuiltIn, static loss => Assert.True(ParallelLoss.All.Any(parallel => parallel.Kind == loss), $"{loss} has no row in tests/LossGen.Numerics.Tests/Parallelism/ParallelLoss.cs."));

    [Theory]
    [MemberData(nameof(Losses))]
    public void Single(string loss) => Check(ParallelLoss.Of(loss), ElementType.Single);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Double(string loss) => Check(ParallelLoss.Of(loss), ElementType.Double);

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
