namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>The shrinker on failures whose shortest text is known.</summary>
public sealed class TextShrinkerTests
{
    private static readonly DeclarationText Long = new(".Inner", "[SoftmaxLoss(Shape.Batch, 10, Weight = 0.5)] public sealed partial class Loss { int number; }");

    [Fact]
    public async Task WhatAlwaysFailsShrinksToNothing() =>
        Assert.Equal(new DeclarationText("", ""), await TextShrinker.SmallestAsync(Long, static _ => Task.FromResult(true)));

    [Fact]
    public async Task WhatNeverFailsAgainStaysAsItIs() =>
        Assert.Equal(Long, await TextShrinker.SmallestAsync(Long, static _ => Task.FromResult(false)));

    [Fact]
    public async Task OnlyWhatTheFailureNeedsIsKept()
    {
        DeclarationText smallest = await TextShrinker.SmallestAsync(Long, static text => Task.FromResult(
            text.Namespace == ".Inner" && text.Body.Contains("Weight", StringComparison.Ordinal) && text.Body.Contains('}', StringComparison.Ordinal)));
        Assert.Equal(new DeclarationText(".Inner", "Weight}"), smallest);
    }
}
