namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>The texts that are drawn: every kind, and the same ones for the same seed.</summary>
public sealed class DeclarationTextsTests
{
    // Always the same texts, so that they contain what they are known to contain.
    private const uint Seed = 1;

    private static readonly IReadOnlyList<DeclarationText> Drawn = DeclarationTexts.Draw(RandomDeclarationTests.DeepCount, Seed);

    [Fact]
    public void TheSameSeedDrawsTheSameTexts()
    {
        Assert.Equal(Drawn.Take(50), DeclarationTexts.Draw(50, Seed));
        Assert.NotEqual(Drawn[0], DeclarationTexts.Draw(1, Seed + 1)[0]);
    }

    [Theory]
    [InlineData("partial record struct")]
    [InlineData("file partial class")]
    [InlineData("Weight = double.NaN")]
    [InlineData("損失")]
    [InlineData("@await")]
    [InlineData("\\ud800")]
    [InlineData("(ElementType)7")]
    [InlineData("using Named = ")]
    [InlineData(": this(new float[number])")]
    public void TheTextsHold(string piece) => Assert.Contains(Drawn, text => text.Body.Contains(piece, StringComparison.Ordinal));

    [Fact]
    public void SomeTextsHaveTenThousandWeightsAndSomeEndHalfTyped()
    {
        Assert.Contains(Drawn, static text => text.Body.Count(static character => character == ',') >= 10_000);
        Assert.Contains(Drawn, static text => text.Body.Count(static character => character == '(') > text.Body.Count(static character => character == ')'));
    }
}
