using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>The sum of many blocks: equal ones, whose roundings all go one way, so that each added to all before it would be off by more.</summary>
public sealed class BlockSumTests
{
    private const double Block = 0.1;
    private const double Bound = 1e-13;

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(977 * 1_024)]
    public void AMillionBlocksAreAsExactAsAThousand(int blocks)
    {
        BlockSum sum = default;
        double sequential = 0;
        for (int i = 0; i < blocks; i++)
        {
            sum.Add(Block);
            sequential += Block;
        }

        double exact = Block * blocks;
        Assert.Equal(1, sum.Total / exact, Bound);
        Assert.True(Math.Abs((sequential / exact) - 1) > 10 * Bound);
    }

    [Fact]
    public void OfNoBlocksItIs0() => Assert.Equal(0, default(BlockSum).Total);
}
