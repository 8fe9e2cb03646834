using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0101: Forward and Backward with the same arguments.</summary>
public sealed class FusableCallsTests
{
    private const string Softmax = "SoftmaxLoss(Shape.Batch, 3)";
    private const string Square = "SquareLoss";
    private const string Message = "Forward and Backward of 'loss' are called on the same 'x' and 'labels', but ForwardBackward computes both in one pass";

    [Theory]
    [InlineData("float v = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, g);")]
    [InlineData("double v = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, x);")]
    [InlineData("float v; v = [|loss.Forward(x, labels)|]; loss.Backward(logitsGradient: g, labels: labels, logits: x);")]
    [InlineData("double sum = 0; for (int i = 0; i < 3; i++) { sum += [|loss.Forward(x, labels)|]; loss.Backward(x.AsSpan(), labels, g); }")]
    [InlineData("loss.Backward(x, labels, g); float v = [|loss.Forward(x, labels)|];")]
    [InlineData("float Compute() { loss.Backward(x, labels, g); return [|loss.Forward(x, labels)|]; }")]
    [InlineData("switch (flag) { case true: float v = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, g); break; }")]
    [InlineData("ILoss<float, int> any = loss; void Train(ILoss<float, int> loss) { float v = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, g); }")]
    [InlineData("void Train<T>(T loss) where T : ILoss<float, int> { loss.Backward(x, labels, g); float v = [|loss.Forward(x, labels)|]; }")]
    [InlineData("float v = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, g); float u = loss.Forward(x, labels);")]
    public Task Fusable(string statements) => UsageTester.ExpectAsync("LG0101", Softmax, statements, Message);

    [Fact]
    public Task EachPairOfSeveral() => UsageTester.ExpectAsync(
        "LG0101",
        Softmax,
        "float v = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, g); float u = [|loss.Forward(x, labels)|]; loss.Backward(x, labels, h);",
        Message,
        Message);

    [Fact]
    public Task WeightsOfEachCall() => UsageTester.ExpectAsync(
        "LG0101",
        "SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction)",
        "float v = [|loss.Forward(x, labels, fixedArray)|]; loss.Backward(x, labels, fixedArray, g);",
        "Forward and Backward of 'loss' are called on the same 'x', 'labels' and 'fixedArray', but ForwardBackward computes both in one pass");

    [Theory]
    [InlineData("float v = [|loss.Forward(x, y)|]; loss.Backward(x, y, g, h);")]
    [InlineData("float v = [|loss.Forward(x, y)|]; loss.Backward(x, y, g, y);")]
    [InlineData("loss.Backward(x, y, targetGradient: h, predictionGradient: g); float v = [|loss.Forward(x, y)|];")]
    public Task SecondGradient(string statements) => UsageTester.ExpectAsync(
        "LG0101",
        Square,
        statements,
        "Forward and Backward of 'loss' are called on the same 'x' and 'y', but ForwardBackward computes both in one pass");

    [Theory]
    [InlineData("float v = loss.Forward(x, labels); x[0] = 1; loss.Backward(x, labels, g);")]
    [InlineData("float v = loss.Forward(x, labels); loss.Backward(y, labels, g);")]
    [InlineData("LossSum whole = loss.Sums(x, labels); float v = loss.Forward(x, labels); loss.Backward(x, labels, whole, g);")]
    [InlineData("float v = loss.Forward(x, labels); new Loss().Backward(x, labels, g);")]
    [InlineData("float v = loss.Forward(x, labels); Loss other = new(); other.Backward(x, labels, g);")]
    [InlineData("float v = new Loss().Forward(x, labels); new Loss().Backward(x, labels, g);")]
    [InlineData("float v = loss.Forward(array, labels); loss.Backward(array, labels, g);")]
    [InlineData("float v = loss.Forward(x.AsSpan(3), labels); loss.Backward(x.AsSpan(3), labels, g);")]
    [InlineData("float v = loss.Forward(x, labels); if (flag) { loss.Backward(x, labels, g); }")]
    [InlineData("x[0] = loss.Forward(x, labels); loss.Backward(x, labels, g);")]
    [InlineData("Value = loss.Forward(x, labels); loss.Backward(x, labels, g);")]
    [InlineData("ref float v = ref x[0]; v = loss.Forward(x, labels); loss.Backward(x, labels, g);")]
    [InlineData("float v = 2 * loss.Forward(x, labels); loss.Backward(x, labels, g);")]
    [InlineData("loss.Backward(x, labels, x); float v = loss.Forward(x, labels);")]
    [InlineData("float v = loss.Forward(x, labels); loss.Backward(x, labels, new float[x.Length]);")]
    [InlineData("float v = loss.Forward(x, labels);\n#if !TRAINING\nloss.Backward(x, labels, g);\n#endif\n")]
    [InlineData("float v = loss.Forward(x, labels); float u = loss.ForwardBackward(x, labels, g);")]
    [InlineData("_ = loss.Forward(x, labels); loss.Backward(x, labels, g);")]
    public Task NotFusable(string statements) => UsageTester.ExpectNothingAsync(Softmax, statements);

    [Theory]
    [InlineData("loss.Backward(x, y, g, y); float v = loss.Forward(x, y);")]
    [InlineData("loss.Backward(x, y, g, h); float v = loss.Forward(x, h);")]
    public Task NotFusableWithTwoGradients(string statements) => UsageTester.ExpectNothingAsync(Square, statements);

    [Fact]
    public Task AnIgnoredValueIsRemovedInstead() => UsageTester.ExpectAsync(
        "LG0107", Softmax, "[|loss.Forward(x, labels)|]; loss.Backward(x, labels, g);", "The value of 'loss.Forward(x, labels)' is ignored, but computing it is all that Forward does");
}
