namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>The logits of a location as a formula that is called as a method sees them.</summary>
public sealed class ClassLogitsTests
{
    private static readonly float[] Logits = [1, 2, 4];

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(1L << 32)]
    [InlineData(1L << 40)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void ALabelThatIsNoClassIsOutOfRange(long label)
    {
        Assert.Throws<IndexOutOfRangeException>(() => new ClassLogits<float>(Logits)[label]);
        Assert.Throws<IndexOutOfRangeException>(() => new ClassLogits<float>(Logits).LogProbability(label));
        Assert.Throws<IndexOutOfRangeException>(() => new ClassLogits<float>(Logits).Probability(label));
    }

    [Fact]
    public void ALabelHasItsLogit() => Assert.Equal(Logits, Enumerable.Range(0, Logits.Length).Select(static label => new ClassLogits<float>(Logits)[label]));
}
