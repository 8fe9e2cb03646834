namespace LossGen.Numerics.Tests.Support;

/// <summary>The bounds that the library promises, against a float64 oracle.</summary>
internal static class Exactness
{
    /// <summary>Float32: 2e-6 relative, and 1e-7 of the weight where terms cancel. Float64: 1e-13.</summary>
    public static void Value(object loss, double expected, double actual, string what)
    {
        double allowed = LossRun.IsDouble(loss) ? 1e-13 * Math.Max(1.0, Math.Abs(expected)) : (2e-6 * Math.Abs(expected)) + 1e-7;
        Assert.True(Math.Abs(expected - actual) <= allowed || (double.IsNaN(expected) && double.IsNaN(actual)), $"{what}: value {actual:R}, expected {expected:R}");
    }

    /// <summary>
    /// Gradients of the softmax family: float32 within 2e-7 of w/L and within 1e-5 of themselves (below the smallest normal:
    /// of that), float64 within 1e-13 of w/L.
    /// </summary>
    public static void SoftmaxGradient(object loss, double[] expected, double[] actual, double weightOverLocations, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(expected[i] - actual[i]);
            bool close = LossRun.IsDouble(loss)
                ? error <= 1e-13 * weightOverLocations
                : error <= 2e-7 * weightOverLocations && error <= 1e-5 * Math.Max(Math.Abs(expected[i]), 1.1754944e-38);
            Assert.True(close || (double.IsNaN(expected[i]) && double.IsNaN(actual[i])), $"{what}: gradient[{i}] {actual[i]:R}, expected {expected[i]:R}");
        }
    }

    /// <summary>
    /// Gradients of the soft-label softmax loss: probability and soft label cancel, so float32 is within the sum of both bounds, 2e-7 of
    /// w/L and 1e-5 of itself; float64 within 1e-13 of w/L or of itself.
    /// </summary>
    public static void SoftLabelGradient(object loss, double[] expected, double[] actual, double weightOverLocations, string what)
    {
        (double absolute, double relative) = LossRun.IsDouble(loss) ? (1e-13, 1e-13) : (2e-7, 1e-5);
        for (int i = 0; i < expected.Length; i++)
        {
            double allowed = (absolute * weightOverLocations) + (relative * Math.Abs(expected[i]));
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{what}: gradient[{i}] {actual[i]:R}, expected {expected[i]:R}");
        }
    }

    /// <summary>Gradients of elementwise losses: float32 within 4 units in the last place, float64 within 1e-13.</summary>
    public static void ElementwiseGradient(object loss, double[] expected, double[] actual, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            float magnitude = Math.Abs((float)expected[i]);
            double unit = (double)MathF.BitIncrement(magnitude) - magnitude;
            double allowed = LossRun.IsDouble(loss) ? 1e-13 * Math.Abs(expected[i]) : 4 * unit;
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{what}: gradient[{i}] {actual[i]:R}, expected {expected[i]:R}");
        }
    }
}
