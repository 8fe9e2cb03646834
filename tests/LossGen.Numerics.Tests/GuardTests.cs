using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>What a call refuses, what it says then, and that it has written nothing.</summary>
public sealed class GuardTests
{
    private const float Untouched = 12345f;

    private static readonly ILoss<float, int> Softmax = (ILoss<float, int>)CompiledLosses.CompileOne("[SoftmaxLoss(Shape.Batch, 3)]");
    private static readonly object Square = CompiledLosses.CompileOne("[SquareLoss(Shape.Batch, 3)]");

    private delegate float BothGradients(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> predictionGradient, Span<float> targetGradient);

    [Fact]
    public void ALengthThatIsNoWholeNumberOfSamplesIsRefused() => Refuses<ArgumentException>(
        new float[7], [0, 1], new float[7], "logits", "'logits' has 7 elements", "shape (Batch, 3) has 3");

    [Fact]
    public void AWrongNumberOfLabelsIsRefused() => Refuses<ArgumentException>(
        new float[6], [0, 1, 2], new float[6], "labels", "'labels' has 3 elements", "'logits' has 6", "2 samples of shape (Batch, 3)", "must have 2");

    [Fact]
    public void AWrongGradientLengthIsRefused() => Refuses<ArgumentException>(
        new float[6], [0, 1], new float[9], "logitsGradient", "'logitsGradient' has 9 elements", "must have 6");

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(1, 1, 3)]
    [InlineData(16, 40, 3)]
    [InlineData(39, 40, int.MaxValue)]
    [InlineData(15, 16, int.MinValue)]
    public void ALabelThatIsNoClassIsRefused(int location, int others, int label)
    {
        int[] labels = new int[others + 1];
        labels[location] = label;
        Refuses<ArgumentOutOfRangeException>(new float[3 * labels.Length], labels, new float[3 * labels.Length], "labels", $"location {location} is {label}", "0 to 2", "C = 3");
    }

    [Fact]
    public void AGradientThatOverlapsThePredictionPartlyIsRefused()
    {
        float[] memory = [.. Enumerable.Repeat(Untouched, 9)];
        ArgumentException error = Assert.Throws<ArgumentException>(() => Softmax.Backward(memory.AsSpan(0, 6), [0, 1], memory.AsSpan(3, 6)));
        Assert.Equal("logitsGradient", error.ParamName);
        Assert.Contains("overlaps 'logits' partly", error.Message, StringComparison.Ordinal);
        Assert.All(memory, static value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void AGradientThatOverlapsTheLabelsIsRefused()
    {
        int[] labels = new int[6];
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Softmax.Backward(new float[6], labels.AsSpan(0, 2), System.Runtime.InteropServices.MemoryMarshal.Cast<int, float>(labels.AsSpan())));
        Assert.Contains("overlaps 'labels'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 6, 12, 12, "predictionGradient")]
    [InlineData(0, 6, 6, 12, "predictionGradient")]
    [InlineData(0, 6, 12, 0, "targetGradient")]
    [InlineData(0, 6, 12, 7, "targetGradient")]
    public void GradientsShareNoMemoryWithWhatIsNotTheirs(int prediction, int target, int predictionGradient, int targetGradient, string parameter)
    {
        float[] memory = [.. Enumerable.Repeat(Untouched, 18)];
        BothGradients both = Square.GetType().GetMethod("ForwardBackward")!.CreateDelegate<BothGradients>(Square);
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
        {
            both(memory.AsSpan(prediction, 6), memory.AsSpan(target, 6), memory.AsSpan(predictionGradient, 6), memory.AsSpan(targetGradient, 6));
        });
        Assert.Equal(predictionGradient == targetGradient ? "targetGradient" : parameter, error.ParamName);
        Assert.All(memory, static value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void BothGradientsMayStandInPlaceOfTheirInputs()
    {
        float[] prediction = [1, 2, 3, 4, 5, 6];
        float[] target = [6, 4, 3, 2, 0, 1];
        BothGradients both = Square.GetType().GetMethod("ForwardBackward")!.CreateDelegate<BothGradients>(Square);
        float[] expected = new float[6];
        float[] expectedTarget = new float[6];
        float value = both(prediction, target, expected, expectedTarget);
        Assert.Equal(value, both(prediction, target, prediction, target));
        Assert.Equal(expected, prediction);
        Assert.Equal(expectedTarget, target);
    }

    [Fact]
    public void AnEmptyBatchIsWorth0()
    {
        Assert.Equal(0f, Softmax.ForwardBackward([], [], []));
        Assert.Equal(0f, ((ILoss<float, float>)Square).ForwardBackward([], [], []));
    }

    [Fact]
    public void CallsAllocateNothing()
    {
        float[] logits = new float[300];
        int[] labels = new int[100];
        float[] gradient = new float[300];
        Softmax.ForwardBackward(logits, labels, gradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Softmax.Forward(logits, labels);
            Softmax.Backward(logits, labels, gradient);
            Softmax.ForwardBackward(logits, labels, gradient);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Refuses<TException>(float[] logits, int[] labels, float[] gradient, string parameter, params string[] words)
        where TException : ArgumentException
    {
        Array.Fill(gradient, Untouched);
        TException error = Assert.Throws<TException>(() => { Softmax.ForwardBackward(logits, labels, gradient); });
        Assert.Equal(parameter, error.ParamName);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        Assert.All(gradient, static value => Assert.Equal(Untouched, value));
        Assert.Throws<TException>(() => Softmax.Backward(logits, labels, gradient));
    }
}
