namespace LossGen.Numerics.Tests.Support;

/// <summary>Asserts that errors are within the bounds of <see cref="ErrorRatio"/>, for losses whose weight and magnitudes are about 1.</summary>
internal static class Exactness
{
    public static void Value(object loss, double expected, double actual, string what)
    {
        double ratio = ErrorRatio.Value(LossRun.IsDouble(loss), expected, actual, weight: 1.0, Math.Max(1.0, Math.Abs(expected)));
        Assert.True(ratio <= 1.0, $"{what}: value {actual:R}, expected {expected:R}");
    }

    public static void SoftmaxGradient(object loss, double[] expected, double[] actual, double weightOverLocations, string what)
    {
        bool isDouble = LossRun.IsDouble(loss);
        Gradient(expected, actual, what, (e, a) => ErrorRatio.SoftmaxGradient(isDouble, e, a, weightOverLocations));
    }

    public static void SoftLabelGradient(object loss, double[] expected, double[] actual, double weightOverLocations, string what)
    {
        bool isDouble = LossRun.IsDouble(loss);
        Gradient(expected, actual, what, (e, a) => ErrorRatio.SoftLabelGradient(isDouble, e, a, weightOverLocations));
    }

    public static void ElementwiseGradient(object loss, double[] expected, double[] actual, string what)
    {
        bool isDouble = LossRun.IsDouble(loss);
        Gradient(expected, actual, what, (e, a) => ErrorRatio.ElementwiseGradient(isDouble, e, a));
    }

    private static void Gradient(double[] expected, double[] actual, string what, Func<double, double, double> ratio)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            // The message of Assert.True would be built for every element.
            if (!(ratio(expected[i], actual[i]) <= 1.0))
            {
                Assert.Fail($"{what}: gradient[{i}] {actual[i]:R}, expected {expected[i]:R}");
            }
        }
    }
}
