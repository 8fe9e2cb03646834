using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0102, LG0104, LG0105 and LG0108 for custom losses over classes, whose parameters are named as the formula's.</summary>
public sealed class OverClassesUsageTests
{
    private const string Formula = "[Formula] private static float Value(ClassLogits<float> scores, int kind) => -scores.LogProbability(kind);";

    [Fact]
    public Task Lengths() => Expect(
        "LG0104",
        "float v = loss.Forward([|new float[8]|], labels); loss.Backward(new float[6], [|new int[3]|], g);",
        "'scores' has 8 elements, but a sample of shape (Batch, 3) has 3, so it must have a multiple of that",
        "'kind' has 3 elements, but 'scores' has 6, which is 2 samples of shape (Batch, 3), so it must have 2");

    [Fact]
    public Task Labels() => Expect("LG0105", "float v = loss.Forward(x, [0, 2, [|3|]]);", "Element 2 of 'kind' is 3, but the classes of shape (Batch, 3) are 0 to 2");

    // Labels have another type than the gradient: it can overwrite only its own input, which is allowed.
    [Fact]
    public Task InPlace() => Expect("LG0108", "loss.Backward(x, labels, x);");

    [Fact]
    public Task Probabilities() => Expect(
        "LG0102",
        "TensorPrimitives.SoftMax(x, y); float v = loss.Forward([|y|], labels);",
        "'y' holds probabilities, the result of TensorPrimitives.SoftMax, but 'scores' of ClassAxisLoss must be logits, as the loss applies a softmax itself");

    private static Task Expect(string id, string statements, params string[] messages) =>
        UsageTester.ExpectInAsync(id, UsageTester.Wrap("ClassAxisLoss(Shape.Batch, 3)", statements, Formula), messages);
}
