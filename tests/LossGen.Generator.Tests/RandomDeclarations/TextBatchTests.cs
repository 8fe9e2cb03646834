namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Texts whose outcome is known, which show that the check distinguishes them.</summary>
public sealed class TextBatchTests
{
    [Theory]
    [InlineData("[SquareLoss] partial class Loss;", "Accepted")]
    [InlineData("[SquareLoss] partial class Loss { public float Use(float[] x) => Forward(x, x); }", "Accepted")]
    [InlineData("[SquareLoss] class Loss;", "Refused")]
    [InlineData("[SquareLoss] partial class Loss { void Forward() { } }", "Refused")]
    [InlineData("[SquareLoss] partial class Outer { [SquareLoss(3)] partial class Loss; }", "Refused")]
    [InlineData("sealed class SquareLossAttribute : System.Attribute; [SquareLoss] class Loss;", "WithoutLoss")]
    [InlineData("[SquareLoss] partial record Base; record Derived(int Forward) : Base;", "Accepted")]
    [InlineData("} class System; [SquareLoss] partial class Loss;", "NotCSharp")]
    [InlineData("[SquareLoss(] partial class Loss;", "NotCSharp")]
    [InlineData("[SquareLoss] partial class Loss { int number = \"\"; }", "NotCSharp")]
    [InlineData("[SquareLoss] class Loss { public float Use(float[] x) => Forward(x, x); }", "NotCSharp")]
    public async Task TheKindIsTold(string body, string kind)
    {
        TextOutcome outcome = await TextBatch.RunAsync(new DeclarationText("", body));
        Assert.Null(outcome.Fault);
        Assert.Equal(kind, outcome.Kind.ToString());
    }

    /// <summary>One brace too many ends the namespace: the second text would clash with the first, and both generated files would have the same name.</summary>
    [Fact]
    public async Task WhatLeavesItsNamespaceIsAlone()
    {
        var loose = new DeclarationText("", "} [SquareLoss] partial class Loss;");
        DeclarationText[] texts = [loose, loose, new DeclarationText("", "[SquareLoss] partial class Loss;")];
        Assert.Equal([true, false, false], (await TextBatch.RunAllAsync(texts)).Select(static outcome => outcome.Text.IsContained));
        Assert.All(await TextBatch.RunAllAsync(texts), static outcome => Assert.Null(outcome.Fault));
    }
}
