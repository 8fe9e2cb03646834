using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0102: the result of a softmax given to a loss that has its own softmax.</summary>
public sealed class ProbabilitiesAsLogitsTests
{
    private const string Softmax = "SoftmaxLoss(Shape.Batch, 3)";

    [Theory]
    [InlineData("TensorPrimitives.SoftMax(x, y); float v = loss.Forward([|y|], labels);")]
    [InlineData("TensorPrimitives.SoftMax<float>(y, y); float v = loss.ForwardBackward([|y|], labels, y);")]
    [InlineData("TensorPrimitives.SoftMax<float>(destination: y.AsSpan(), x: x); labels[0] = 1; float s = TensorPrimitives.Sum<float>(y) + y[0] + y.Length; loss.Backward([|y.AsSpan()|], labels, g);")]
    [InlineData("Change(y); TensorPrimitives.SoftMax(x, y); while (loss.Forward([|y|], labels) > 1) { }")]
    [InlineData("Span<float> p = stackalloc float[3]; TensorPrimitives.SoftMax(x, p); float v = loss.Forward(labels: labels, logits: [|p|]);", "p")]
    [InlineData("for (int i = 0; i < 3; i++) { TensorPrimitives.SoftMax(x.AsSpan(i * 3, 3), y.AsSpan(i * 3, 3)); } float v = loss.Forward([|y|], labels);")]
    [InlineData("Span<float> p = y; foreach (int i in labels) TensorPrimitives.SoftMax(x, p.Slice(i, 3)); float v = loss.Forward([|p|], labels);", "p")]
    [InlineData("Span<float> p = y; foreach (int i in labels) TensorPrimitives.SoftMax(x, p[i..(i + 3)]); float v = loss.Forward([|p|], labels);", "p")]
    public Task SoftmaxTwice(string statements, string variable = "y") => UsageTester.ExpectAsync(
        "LG0102",
        Softmax,
        statements,
        "'" + variable + "' holds probabilities, the result of TensorPrimitives.SoftMax, but 'logits' of SoftmaxLoss must be logits, as the loss applies a softmax itself");

    [Fact]
    public Task SoftmaxBeforeTheFocalLoss() => UsageTester.ExpectAsync(
        "LG0102",
        "FocalLoss(Shape.Batch, 3)",
        "TensorPrimitives.SoftMax(x, y); float v = loss.Forward([|y|], labels);",
        "'y' holds probabilities, the result of TensorPrimitives.SoftMax, but 'logits' of FocalLoss must be logits, as the loss applies a softmax itself");

    [Fact]
    public Task SigmoidBeforeSoftLabels() => UsageTester.ExpectAsync(
        "LG0102",
        "SoftlabelSoftmaxLoss(Shape.Batch, 3, Bottoms = [\"score\", \"share\"])",
        "TensorPrimitives.Sigmoid(x, g); float v = loss.Forward([|g|], y);",
        "'g' holds probabilities, the result of TensorPrimitives.Sigmoid, but 'score' of SoftlabelSoftmaxLoss must be logits, as the loss applies a softmax itself");

    [Theory]
    [InlineData("TensorPrimitives.SoftMax(x, y); float v = loss.Forward(x, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); y = x; float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); y[0] = 3; float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); TensorPrimitives.Log<float>(y, y); float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); Reset(); float v = loss.Forward(y, labels); void Reset() => x.CopyTo(y, 0);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); Change(y); float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); Span<float> p = y; Change(p); float v = loss.Forward(y, labels);")]
    [InlineData("if (flag) { TensorPrimitives.SoftMax(x, y); } float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, y.AsSpan(0, 3)); float v = loss.Forward(y, labels);")]
    [InlineData("for (int i = 0; i < 3; i++) { if (flag) TensorPrimitives.SoftMax(x, y.AsSpan(i, 3)); } float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.SoftMax(x, array); float v = loss.Forward(array, labels);")]
    [InlineData("void Later() => TensorPrimitives.SoftMax(x, y); float v = loss.Forward(y, labels);")]
    [InlineData("TensorPrimitives.Log<float>(x, y); float v = loss.Forward(y, labels);")]
    public Task NotForCertain(string statements) => UsageTester.ExpectNothingAsync(Softmax, statements);

    [Theory]
    [InlineData("MultinomialLogisticLoss(Shape.Batch, 3)", "labels")]
    [InlineData("BinaryCrossEntropyLoss", "x")]
    [InlineData("SquareLoss", "x")]
    public Task LossesThatTakeProbabilities(string attribute, string groundTruth) =>
        UsageTester.ExpectNothingAsync(attribute, "TensorPrimitives.SoftMax(x, y); float v = loss.Forward(y, " + groundTruth + ");");
}
