using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0108: one variable passed as a gradient and as a span that the gradient must not overwrite.</summary>
public sealed class OverwrittenInputTests
{
    [Theory]
    [InlineData("loss.Backward(x, y, [|y|]);", "y", "predictionGradient", "target", "prediction")]
    [InlineData("float v = loss.ForwardBackward(x, y, [|y.AsSpan()|], h);", "y", "predictionGradient", "target", "prediction")]
    [InlineData("loss.Backward(x, y, g, [|x|]);", "x", "targetGradient", "prediction", "target")]
    [InlineData("loss.Backward(x, y, g, [|g|]);", "g", "targetGradient", "predictionGradient", "target")]
    [InlineData("loss.Backward(targetGradient: [|array|], predictionGradient: g, target: y, prediction: array);", "array", "targetGradient", "prediction", "target")]
    public Task Overwritten(string statements, string variable, string gradient, string other, string own) => UsageTester.ExpectAsync(
        "LG0108",
        "SquareLoss",
        statements,
        $"'{variable}' is given as '{gradient}' and as '{other}', but a gradient may share memory only with '{own}', whose gradient it is");

    [Fact]
    public Task WeightsOfEachCall() => UsageTester.ExpectAsync(
        "LG0108",
        "SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction)",
        "loss.Backward(x, labels, y, [|y|]);",
        "'y' is given as 'logitsGradient' and as 'weights', but a gradient may share memory only with 'logits', whose gradient it is");

    [Theory]
    [InlineData("loss.Backward(x, y, x, y);")]
    [InlineData("loss.Backward(x, y, x);")]
    [InlineData("loss.Backward(x, x, g, h);")]
    [InlineData("loss.Backward(x, y.AsSpan(0, 3), y.AsSpan(3, 3));")]
    [InlineData("loss.Backward(x, array, new Program().array);")]
    [InlineData("ILoss<float, float> any = loss; any.Backward(x, y, y);")]
    [InlineData("Throws(() => loss.Backward(x, y, y)); static void Throws(Action call) => call();")]
    public Task Apart(string statements) => UsageTester.ExpectNothingAsync("SquareLoss", statements);
}
