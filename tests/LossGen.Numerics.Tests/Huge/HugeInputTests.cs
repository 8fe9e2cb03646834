using LossGen.Numerics.Tests.Parallelism;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Huge;

/// <summary>
/// As many elements as a span can have, 2³¹ − 1, or 2³¹ − 2 where they are rows: values against exact expectations, and every gradient. Some few elements, over and over in the address space, so that
/// a gradient is written to the same memory again and again, each time with the same bits. Four million in an ordinary run.
/// </summary>
[Collection(ThreadCollection.Name)]
public sealed class HugeInputTests
{
    private static readonly int Most = RandomRun.IsDeep && OperatingSystem.IsLinux() ? int.MaxValue : (4 << 20) - 1;

    [Theory]
    [InlineData(LossParallelism.None)]
    [InlineData(LossParallelism.Auto)]
    public void Elements(LossParallelism parallelism)
    {
        const int Period = 1 << 18;
        ILoss<float, float> loss = (ILoss<float, float>)CompiledLosses.CompileOne($"[SquareLoss(Parallelism = LossParallelism.{parallelism})]");
        float[] some = [.. Enumerable.Range(0, Period).Select(static i => (i % 7) - 2.5f)];
        using RepeatedMemory<float> prediction = new(some, Most), target = new(new float[Period], Most), gradient = new(new float[Period], Most);
        float value = loss.ForwardBackward(prediction.Span, target.Span, gradient.Span);

        // Sums of eighths: exact in float64, in whatever order.
        double ofPeriod = some.Sum(static x => 0.5 * x * x);
        double sum = (Most / Period * ofPeriod) + some.Take(Most % Period).Sum(static x => 0.5 * x * x);
        Assert.Equal((float)(sum / Most), value);
        Assert.Equal(value, loss.Forward(prediction.Span, target.Span));
        Assert.Equal(some.Select(static x => (float)(x / (double)Most)), gradient.Span[..Period].ToArray(), static (expected, actual) => MathF.Abs(expected - actual) <= 2 * (MathF.BitIncrement(MathF.Abs(expected)) - MathF.Abs(expected)));
    }

    // Tiles of locations, and rows. On one thread, as a kernel keeps what it needs again in a gradient for a while, where threads that share its memory would overwrite it.
    [Theory]
    [InlineData(2)]
    [InlineData(66)]
    public void Rows(int classes)
    {
        int rows = 1024 * Math.Max(1, 512 / classes), samples = Most / classes;
        ILoss<float, int> loss = (ILoss<float, int>)CompiledLosses.CompileOne($"[SoftmaxLoss(Shape.Batch, {classes})]");
        float[] some = [.. Enumerable.Range(0, rows * classes).Select(i => i % classes == 0 ? 1f : 0f)];
        using RepeatedMemory<float> logits = new(some, samples * classes), gradient = new(new float[rows * classes], samples * classes);
        using RepeatedMemory<int> labels = new(new int[rows], samples);
        float value = loss.ForwardBackward(logits.Span, labels.Span, gradient.Span);
        double others = (classes - 1) * Math.Exp(-1);
        Assert.Equal(1, value / Math.Log(1 + others), 2e-6);
        double share = Math.Exp(-1) / (1 + others);
        double[] expected = [.. Enumerable.Range(0, rows * classes).Select(i => (i % classes == 0 ? -others / (1 + others) : share) / samples)];
        Assert.Equal(expected, gradient.Span[..expected.Length].ToArray().Select(static x => (double)x), static (expected, actual) => Math.Abs(expected - actual) <= 1e-5 * Math.Abs(expected));
        Assert.Equal(value, loss.Forward(logits.Span, labels.Span));
    }
}
