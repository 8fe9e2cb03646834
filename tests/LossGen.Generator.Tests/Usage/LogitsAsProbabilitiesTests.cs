using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0103: numbers that are not probabilities given to a loss that takes their logarithm.</summary>
public sealed class LogitsAsProbabilitiesTests
{
    private const string Logistic = "MultinomialLogisticLoss(Shape.Batch, 3)";

    [Theory]
    [InlineData("float v = loss.Forward([0.5f, [|1.1f|], -2], labels);", "1", "1.1")]
    [InlineData("float v = loss.Forward(new[] { [|-0.25f|], 0, 1 }, labels);", "0", "-0.25")]
    [InlineData("float v = loss.Forward(stackalloc float[] { x[0], 0, [|2|] }, labels);", "2", "2")]
    [InlineData("float[] z = [0, 1, 7]; float v = loss.Forward([|z|], labels);", "2", "7")]
    [InlineData("ReadOnlySpan<float> z = [0, 1, 7]; float v = loss.ForwardBackward([|z|], labels, g);", "2", "7")]
    [InlineData("var z = new float[] { 0, 1, 7 }; float s = z[0] + z.Length; loss.Backward(probabilitiesGradient: g, labels: labels, probabilities: [|z.AsSpan()|]);", "2", "7")]
    public Task NoProbability(string statements, string index, string number) => UsageTester.ExpectAsync(
        "LG0103",
        Logistic,
        statements,
        "'probabilities' of MultinomialLogisticLoss must be probabilities, from 0 to 1, but element " + index + " is " + number + ": logits need a softmax first");

    [Fact]
    public Task BinaryCrossEntropyOfDoubles() => UsageTester.ExpectAsync(
        "LG0103",
        "BinaryCrossEntropyLoss(Element = ElementType.Double, Bottoms = [\"p\", \"t\"])",
        "double v = loss.Forward([0.5, [|1e10|]], [1, 0]);",
        "'p' of BinaryCrossEntropyLoss must be probabilities, from 0 to 1, but element 1 is 10000000000: logits need a sigmoid first");

    [Theory]
    [InlineData("float v = loss.Forward([0, 1, 0.5f], labels);")]
    [InlineData("float v = loss.Forward([float.NaN, 1, 0], labels);")]
    [InlineData("float[] z = [0, 1, 7]; z[2] = 0.5f; float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; z[2] /= 7; float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; ref float last = ref z[2]; last = 0; float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; (z[2], z[1]) = (0, 0); float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; Change(z); float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; ChangeArray(z); float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; TensorPrimitives.SoftMax<float>(z, z); float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; float[] w = z; w[2] = 0; float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; z = x; float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = [0, 1, 7]; void Set() => z = x; Set(); float v = loss.Forward(z, labels);")]
    [InlineData("Span<float> z = [0, 1, 7]; z[^1] = 0; float v = loss.Forward(z, labels);")]
    [InlineData("Span<float> z = [0, 1, 7]; foreach (ref float e in z) { e = 0; } float v = loss.Forward(z, labels);")]
    [InlineData("float v = loss.Forward([.. x, 7], labels);")]
    public Task NotForCertain(string statements) => UsageTester.ExpectNothingAsync(Logistic, statements);

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 3)", "labels")]
    [InlineData("SquareLoss", "y")]
    public Task LossesOfAnyNumber(string attribute, string groundTruth) =>
        UsageTester.ExpectNothingAsync(attribute, "float v = loss.Forward([1, 7, -2], " + groundTruth + ");");
}
