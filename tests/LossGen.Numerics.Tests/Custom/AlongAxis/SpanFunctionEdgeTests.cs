using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Kernels that call <see cref="Along"/> where values overflow, vanish, tie, or have no derivative.</summary>
public sealed class SpanFunctionEdgeTests
{
    private static readonly AxisSource[] Sources =
    [
        AxisSource.Of("Norm", "ReadOnlySpan<float> x", "return Along.Norm(x);"),
        AxisSource.Of("Max", "ReadOnlySpan<float> x", "return Along.Max(x);"),
        AxisSource.Of("Min", "ReadOnlySpan<float> x", "return Along.Min(x);"),
        AxisSource.Of("LogSumExp", "ReadOnlySpan<float> x", "return Along.LogSumExp(x);"),
        AxisSource.Of("Entropy", "ReadOnlySpan<float> x", "return Along.Entropy(x);"),
        AxisSource.Of("Stopped", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, int label", "return x[0] * Along.StopGradient(x[0]) + x[label] * Along.StopGradient(Along.Dot(x, y));"),
    ];

    private static readonly CompiledInEitherType Compiled = new(static isDouble => Sources.Select(source => source.With("Shape.Batch, 3", isDouble, source.Name)));

    /// <summary>The norm and its slopes, elements over it, keep their digits where squares overflow or vanish; at the origin all slopes are 0.</summary>
    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1e30, false)]
    [InlineData(1e-30, false)]
    [InlineData(0.0, false)]
    [InlineData(1.0, true)]
    [InlineData(1e300, true)]
    [InlineData(1e-300, true)]
    [InlineData(0.0, true)]
    public void NormsHaveTheRangeOfTheirElements(double scale, bool isDouble)
    {
        (double value, double[][] gradients) = At("Norm", isDouble, [2 * scale, -3 * scale, 6 * scale]);
        Near(7 * scale, value, isDouble);
        double[] expected = scale == 0 ? [0, 0, 0] : [2.0 / 7, -3.0 / 7, 6.0 / 7];
        Assert.All(expected.Zip(gradients[0]), pair => Near(pair.First, pair.Second, isDouble));
    }

    /// <summary>The slope of a maximum or minimum is that of the first element that attains it; NaN is not overlooked.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TiesGoToTheFirst(bool isDouble)
    {
        (double value, double[][] gradients) = At("Max", isDouble, [1, 4, 4]);
        Assert.Equal([4, 0, 1, 0], [value, .. gradients[0]]);
        (value, gradients) = At("Min", isDouble, [4, 1, 1]);
        Assert.Equal([1, 0, 1, 0], [value, .. gradients[0]]);
        Assert.Equal(double.NaN, At("Max", isDouble, [1, double.NaN, 4]).Value);
        Assert.Equal(double.NaN, At("Min", isDouble, [1, double.NaN, 4]).Value);
    }

    /// <summary>A logit of −∞ has the probability 0, and counts nowhere; great ones do not overflow.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LogitsMayBeInfinite(bool isDouble)
    {
        (double value, double[][] gradients) = At("Entropy", isDouble, [1000, double.NegativeInfinity, 1000]);
        Near(Math.Log(2), value, isDouble);
        Assert.All(gradients[0], slope => Near(0, slope, isDouble));
        (value, gradients) = At("LogSumExp", isDouble, [1000, double.NegativeInfinity, 1000]);
        Near(1000 + Math.Log(2), value, isDouble);
        Assert.Equal([0.5, 0, 0.5], gradients[0]);
    }

    /// <summary>Where an element is ±∞ or NaN, or all are, a kernel's value is that of the methods, whatever else it is.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ElementsThatAreNoNumbersGiveWhatTheMethodsGive(bool isDouble) => Assert.All(Sources.Where(static source => source.Inputs.Count == 1), source =>
    {
        AxisLossRun loss = new(Compiled.Type("Zoo." + source.Name, isDouble), isDouble);
        Assert.All((double[])[double.NegativeInfinity, double.PositiveInfinity, double.NaN], special =>
            Assert.All((double[][])[[special, 1, -2], [0.5, special, 1], [1, 2, special], [special, special, special]], x =>
            {
                (double expected, double actual) = (loss.Direct([x]).Single(), loss.At([x]).Value);
                if (double.IsFinite(expected))
                {
                    Near(expected, actual, isDouble);
                }
                else
                {
                    Assert.Equal(expected, actual);
                }
            }));
    });

    /// <summary>What is stopped is a constant factor to the derivatives, also where it depends on all elements, or is all that depends on an input.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AStoppedGradientIsThatOfAConstant(bool isDouble)
    {
        (double value, double[][] gradients) = new AxisLossRun(Compiled.Type("Zoo.Stopped", isDouble), isDouble).At([[3, 5, 7], [1, 2, 1]], [2]);
        Assert.Equal(9 + (7 * 20), value);
        Assert.Equal([3, 0, 20], gradients[0]);
        Assert.Equal([0, 0, 0], gradients[1]);
    }

    private static (double Value, double[][] Gradients) At(string name, bool isDouble, double[] x) => new AxisLossRun(Compiled.Type("Zoo." + name, isDouble), isDouble).At([x]);

    private static void Near(double expected, double actual, bool isDouble) => Assert.Equal(expected, actual, (isDouble ? 1e-14 : 2e-7) * (expected == 0 ? 1 : Math.Abs(expected)));
}
