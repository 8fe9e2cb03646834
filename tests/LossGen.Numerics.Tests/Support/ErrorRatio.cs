namespace LossGen.Numerics.Tests.Support;

/// <summary>Errors as fractions of the bounds that the library promises against a float64 oracle: above 1 is too much.</summary>
internal static class ErrorRatio
{
    private const double SmallestNormalSingle = 1.1754944e-38;

    /// <summary>Float32: 2e-6 relative, and 1e-7 of the weight where terms cancel. Float64: 1e-13 of the magnitude of the addends.</summary>
    public static double Value(bool isDouble, double expected, double actual, double weight, double magnitude) =>
        Of(expected, actual, isDouble ? 1e-13 * magnitude : (2e-6 * Math.Abs(expected)) + (1e-7 * weight));

    /// <summary>
    /// Gradients of the softmax loss: float32 within 2e-7 of w·ω/L and within 1e-5 of themselves (if the gradient or its probability is below
    /// the smallest normal: of that), float64 within 1e-13 of w·ω/L.
    /// </summary>
    public static double SoftmaxGradient(bool isDouble, double expected, double actual, double magnitude) => isDouble
        ? Of(expected, actual, 1e-13 * magnitude)
        : Math.Max(Of(expected, actual, 2e-7 * magnitude), Of(expected, actual, 1e-5 * Math.Max(Math.Abs(expected), SmallestNormalSingle * Math.Max(1.0, magnitude))));

    /// <summary>
    /// Gradients of the soft-label softmax loss: probability and soft label cancel, so float32 is within the sum of both bounds, 2e-7 of
    /// w/L and 1e-5 of itself; float64 within 1e-13 of w/L or of itself.
    /// </summary>
    public static double SoftLabelGradient(bool isDouble, double expected, double actual, double magnitude)
    {
        (double absolute, double relative) = isDouble ? (1e-13, 1e-13) : (2e-7, 1e-5);
        return Of(expected, actual, (absolute * magnitude) + (relative * Math.Abs(expected)));
    }

    /// <summary>Gradients of the other losses: float32 within 4 units in the last place, float64 within 1e-13.</summary>
    public static double ElementwiseGradient(bool isDouble, double expected, double actual)
    {
        float magnitude = Math.Abs((float)expected);
        double unit = (double)MathF.BitIncrement(magnitude) - magnitude;
        return Of(expected, actual, isDouble ? 1e-13 * Math.Abs(expected) : 4 * unit);
    }

    private static double Of(double expected, double actual, double allowed)
    {
        // Here NaN equals NaN, and infinity equals itself.
        double error = expected.Equals(actual) || expected == actual ? 0.0 : Math.Abs(expected - actual) / allowed;
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }
}
