namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>The methods of <see cref="Along"/> as plain C#: values, ends of their ranges, and what they refuse.</summary>
public sealed class AlongTests
{
    private static readonly double[] X = [2, -3, 6];

    private static readonly double[] Y = [1, 0.5, -1];

    [Fact]
    public void Values()
    {
        Assert.Equal(5, Along.Sum(X));
        Assert.Equal(5 / 3.0, Along.Mean(X), 1e-15);
        Assert.Equal(6, Along.Max(X));
        Assert.Equal(-3, Along.Min(X));
        Assert.Equal(-5.5, Along.Dot(X, Y));
        Assert.Equal(7, Along.Norm(X));
        Assert.Equal(-3, Along.StopGradient(-3.0));

        double[] exponentials = [.. X.Select(Math.Exp)];
        double[] p = [.. exponentials.Select(e => e / exponentials.Sum())];
        Assert.Equal(Math.Log(exponentials.Sum()), Along.LogSumExp(X), 1e-14);
        for (int i = 0; i < X.Length; i++)
        {
            Assert.Equal(p[i], Along.Softmax(X, i), 1e-15);
            Assert.Equal(Math.Log(p[i]), Along.LogSoftmax(X, i), 1e-13);
        }

        Assert.Equal(-p.Sum(q => q * Math.Log(q)), Along.Entropy(X), 1e-15);
    }

    /// <summary>In float, each is the result in double, rounded once.</summary>
    [Fact]
    public void FloatIsRoundedOnce()
    {
        float[] x = [.. X.Select(static v => (float)v)], y = [.. Y.Select(static v => (float)v)];
        Assert.Equal((float)Along.Mean(X), Along.Mean(x));
        Assert.Equal((float)Along.LogSumExp(X), Along.LogSumExp(x));
        Assert.Equal((float)Along.LogSoftmax(X, 1), Along.LogSoftmax(x, 1));
        Assert.Equal((float)Along.Softmax(X, 1), Along.Softmax(x, 1));
        Assert.Equal((float)Along.Entropy(X), Along.Entropy(x));
        Assert.Equal((5f, 6f, -3f, -5.5f, 7f), (Along.Sum(x), Along.Max(x), Along.Min(x), Along.Dot(x, y), Along.Norm(x)));
    }

    /// <summary>Neither overflows, nor loses the digits of what is far from the greatest.</summary>
    [Fact]
    public void Extremes()
    {
        Assert.Equal(7e30f, Along.Norm([2e30f, -3e30f, 6e30f]), 1e24f);
        Assert.Equal(7e300, Along.Norm([2e300, -3e300, 6e300]), 1e286);
        Assert.Equal(7e-300, Along.Norm([2e-300, -3e-300, 6e-300]), 1e-314);
        Assert.Equal(1000 + Math.Log(2), Along.LogSumExp([1000.0, 1000]), 1e-12);
        Assert.Equal(-Math.Exp(-50), Along.LogSoftmax([50.0, 0], 0), 1e-35);
        Assert.Equal(51 * Math.Exp(-50), Along.Entropy([50.0, 0]), 1e-33);
        Assert.Equal(Math.Log(2), Along.Entropy([1, double.NegativeInfinity, 1]), 1e-15);
    }

    [Fact]
    public void OfNoElements()
    {
        Assert.Equal((0, 0, 0, 0), (Along.Sum(default(ReadOnlySpan<double>)), Along.Dot([], default(ReadOnlySpan<double>)), Along.Norm(default(ReadOnlySpan<double>)), Along.Entropy(default(ReadOnlySpan<double>))));
        Assert.Equal((double.NaN, double.NegativeInfinity), (Along.Mean(default(ReadOnlySpan<double>)), Along.LogSumExp(default(ReadOnlySpan<double>))));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (Along.Max(default(ReadOnlySpan<double>)), Along.Min(default(ReadOnlySpan<double>))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumbersThatNoSoftmaxHas(double logit)
    {
        double[] x = [1, logit];
        Assert.Equal((double.NaN, double.NaN), (Along.LogSumExp(x), Along.Entropy(x)));
        Assert.Equal((double.NaN, double.NaN), (Along.Softmax(x, 0), Along.LogSoftmax(x, 0)));
        Assert.Equal(logit, Along.Norm(x));
        Assert.Equal(logit, Along.Max(x));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Refused(int index)
    {
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => Along.Softmax(X, index)).ParamName);
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => Along.LogSoftmax(X, index)).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => Along.Dot(X, [1])).ParamName);
    }
}
