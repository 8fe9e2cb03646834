using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0104: lengths that do not fit the declared shape.</summary>
public sealed class ArgumentLengthTests
{
    private const string Softmax = "SoftmaxLoss(Shape.Batch, 3, 2)";
    private const string Prediction = "a sample of shape (Batch, 3, 2) has 6, so it must have a multiple of that";

    [Theory]
    [InlineData("float v = loss.Forward([|[1, 2, 3]|], labels);", "3 elements")]
    [InlineData("float v = loss.Forward([|new float[] { 1 }|], labels);", "1 element")]
    [InlineData("float v = loss.Forward([|stackalloc float[9]|], labels);", "9 elements")]
    [InlineData("float v = loss.Forward([|stackalloc[] { 1f, 2f }|], labels);", "2 elements")]
    [InlineData("const int n = 20; var z = new float[n]; z[0] = 1; float v = loss.ForwardBackward([|z|], labels, g);", "20 elements")]
    [InlineData("Span<float> z = stackalloc float[2 * 5]; Change(z); float v = loss.Forward([|z|], labels);", "10 elements")]
    public Task PredictionIsNoWholeSamples(string statements, string length) =>
        UsageTester.ExpectAsync("LG0104", Softmax, statements, "'logits' has " + length + ", but " + Prediction);

    [Fact]
    public Task EachArgument() => UsageTester.ExpectAsync(
        "LG0104",
        Softmax,
        "float v = loss.Forward([|new float[8]|], [|[0]|]);",
        "'logits' has 8 elements, but " + Prediction,
        "'labels' has 1 element, but 2 belong to each sample of shape (Batch, 3, 2), so it must have a multiple of that");

    [Theory]
    [InlineData("float v = loss.Forward(x, [|[0, 1, 2]|]);", "labels", "3 elements", "2")]
    [InlineData("loss.Backward(x, labels, [|new float[4]|]);", "logitsGradient", "4 elements", "6")]
    [InlineData("float[] d = new float[11]; loss.Backward(logitsGradient: [|d|], logits: x, labels: labels);", "logitsGradient", "11 elements", "6")]
    public Task NoBatchGivesTheLength(string statements, string parameter, string length, string perSample) => UsageTester.ExpectAsync(
        "LG0104", Softmax, statements, $"'{parameter}' has {length}, but {perSample} belong to each sample of shape (Batch, 3, 2), so it must have a multiple of that");

    [Theory]
    [InlineData("float v = loss.Forward(new float[6], [|[0, 1, 2, 0]|]);", "labels", "4 elements", "6, which is 1 sample", "2")]
    [InlineData("float v = loss.Forward(new float[12], [|new int[2]|]);", "labels", "2 elements", "12, which is 2 samples", "4")]
    [InlineData("var z = new float[12]; loss.Backward(z, labels, [|new float[6]|]);", "logitsGradient", "6 elements", "12, which is 2 samples", "12")]
    [InlineData("loss.Backward(new float[12], labels, [|[]|]);", "logitsGradient", "0 elements", "12, which is 2 samples", "12")]
    public Task NotTheLengthOfThePrediction(string statements, string parameter, string length, string prediction, string asked) => UsageTester.ExpectAsync(
        "LG0104", Softmax, statements, $"'{parameter}' has {length}, but 'logits' has {prediction} of shape (Batch, 3, 2), so it must have {asked}");

    [Theory]
    [InlineData("PerClass", "[1, 2]", "2 elements", "class", "3")]
    [InlineData("PerClass", "new float[6]", "6 elements", "class", "3")]
    [InlineData("PerDataPoint", "new float[3]", "3 elements", "element of a data point", "6")]
    public Task WeightsOfTheConstructor(string mode, string weights, string length, string what, string count) => UsageTester.ExpectAsync(
        "LG0104",
        "SoftmaxLoss(Shape.Batch, 3, 2, Weighting = WeightingMode." + mode + ")",
        "loss = new Loss([|" + weights + "|]); loss = new([|" + weights + "|]);",
        $"'weights' has {length}, but one for each {what} of shape (Batch, 3, 2) makes {count}",
        $"'weights' has {length}, but one for each {what} of shape (Batch, 3, 2) makes {count}");

    [Fact]
    public Task WeightsOfEachCall() => UsageTester.ExpectAsync(
        "LG0104",
        "SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction)",
        "float v = loss.Forward(new float[6], labels, [|[1, 1, 1]|]);",
        "'weights' has 3 elements, but 'logits' has 6, which is 2 samples of shape (Batch, 3), so it must have 6");

    [Fact]
    public Task OtherOutputsAreNoGradients() => UsageTester.ExpectAsync(
        "LG0104",
        "SoftlabelSoftmaxLoss(Shape.Batch, 3, Outputs = LossOutputs.Predictions)",
        "loss.Forward(new float[6], x, new int[2]); loss.ForwardBackward(new float[6], x, [|new float[5]|], default, new int[2]);",
        "'logitsGradient' has 5 elements, but 'logits' has 6, which is 2 samples of shape (Batch, 3), so it must have 6");

    [Fact]
    public Task WeightsOfLocations() => UsageTester.ExpectAsync(
        "LG0104",
        "SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerLocation)",
        "float v = loss.Forward(new float[6], labels, [|[1, 1, 1]|]); v = loss.Forward(new float[6], labels, [1, 1]);",
        "'weights' has 3 elements, but 'logits' has 6, which is 2 samples of shape (Batch, 3), so it must have 2");

    [Theory]
    [InlineData("loss.Backward(new float[6], new float[6], new float[6], [|new float[3]|]);", "targetGradient", "3 elements")]
    [InlineData("float v = loss.Forward(new float[6], [|new float[7]|]);", "target", "7 elements")]
    public Task ElementwiseLoss(string statements, string parameter, string length) => UsageTester.ExpectAsync(
        "LG0104", "SquareLoss", statements, $"'{parameter}' has {length}, but 'prediction' has 6, which is 6 samples of shape (Batch), so it must have 6");

    [Theory]
    [InlineData("float v = loss.Forward(new float[12], new int[4]);")]
    [InlineData("float v = loss.ForwardBackward([], [], []);")]
    [InlineData("float v = loss.Forward(new float[labels.Length], new int[x.Length]);")]
    [InlineData("float[] z = new float[5]; z = x; float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = new float[5]; Array.Resize(ref z, 6); float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = new float[5]; (z, x) = (x, z); float v = loss.Forward(z, labels);")]
    [InlineData("float[] z = new float[15]; float v = loss.Forward(z.AsSpan(3), labels);")]
    [InlineData("float v = loss.Forward([.. x, 1], labels);")]
    [InlineData("float v = ((ILoss<float, int>)loss).Forward(new float[5], labels);")]
    [InlineData("ThrowsAny<Exception>(() => loss.Forward(new float[5], labels)); static void ThrowsAny<T>(Func<float> call) => call();")]
    public Task Fits(string statements) => UsageTester.ExpectNothingAsync(Softmax, statements);

    [Fact]
    public Task AnEmptySecondGradientIsNotWanted() =>
        UsageTester.ExpectNothingAsync("SquareLoss", "loss.Backward(new float[6], new float[6], new float[6], []); loss.Backward(new float[6], y, g);");
}
