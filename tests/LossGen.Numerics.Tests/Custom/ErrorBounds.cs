namespace LossGen.Numerics.Tests.Custom;

/// <summary>How exact gradients of custom losses are in float, and relative to which magnitude.</summary>
internal static class ErrorBounds
{
    private const double GradientUnits = 4;

    // An exponential multiplies the rounding of its exponent by the exponent: α/2·log(1 + z) and γ·softplus(x).
    private static readonly Dictionary<string, double> UnitsOfExponentials = new() { ["GeneralRobustLoss"] = 11, ["FocalLoss"] = 16 };

    // The terms that cancel, in the value and in the gradient of each input.
    private static readonly Dictionary<string, Func<IReadOnlyDictionary<string, double>, double[], double[]>> Terms = new()
    {
        ["TukeyBiweightLoss"] = static (p, x) => Tukey(p["cutoff"], Math.Abs(x[0] - x[1])),
        ["BinaryCrossEntropyWithLogitsLoss"] = static (_, x) => [0, (x[1] * Sigmoid(-x[0])) + ((1 - x[1]) * Sigmoid(x[0])), Softplus(x[0]) + Softplus(-x[0])],
        ["FocalLoss"] = static (p, x) => [0, 0, SlopeOfAnswer(p["gamma"], p["alpha"], x[0], x[1])],
        ["PoissonLoss"] = static (_, x) => [Math.Exp(x[0]) + Math.Abs(x[1] * x[0]), Math.Exp(x[0]) + x[1], 0],
        ["TweedieLoss"] = static (p, x) => Tweedie(Math.Exp((2 - p["power"]) * x[0]), x[1] * Math.Exp((1 - p["power"]) * x[0]), p["power"]),
        ["GaussianLoss"] = static (_, x) => [(Math.Abs(Math.Log(x[1])) + (Math.Pow(x[0] - x[2], 2) / x[1])) / 2, 0, ((1 / x[1]) + Math.Pow((x[0] - x[2]) / x[1], 2)) / 2, 0],
    };

    /// <summary>By how many units in the last place a gradient may be off.</summary>
    public static double UnitsOf(ZooCase zooCase) => UnitsOfExponentials.GetValueOrDefault(zooCase.Name, GradientUnits);

    /// <summary>The sum of the magnitudes of the terms that cancel at one element, in the value and in the gradient of each input; 0 if none do.</summary>
    public static double[] TermsOf(ZooCase zooCase, double[] x) =>
        Terms.TryGetValue(zooCase.Name, out Func<IReadOnlyDictionary<string, double>, double[], double[]>? terms) ? terms(zooCase.Parameters, x) : new double[x.Length + 1];

    /// <summary>The last place of the float nearest to a magnitude.</summary>
    public static double Unit(double magnitude)
    {
        float nearest = Math.Max((float)magnitude, 1.17549435E-38f);
        return (double)MathF.BitIncrement(nearest) - nearest;
    }

    // The derivative is e·rest², and near the cutoff rest = 1 − (e/c)² cancels, down to the rounding of x − y; in the value, 1 − rest³ cancels.
    private static double[] Tukey(double cutoff, double error)
    {
        const double Rounding = 1.2e-7;
        double rest = Math.Max(1 - Math.Pow(error / cutoff, 2), 0) + Rounding;
        double slope = error * ((rest * rest) + (4 * Math.Pow(error / cutoff, 2) * rest));
        return [cutoff * cutoff / 6, slope, slope];
    }

    private static double[] Tweedie(double mean, double observed, double power) => [(mean / (2 - power)) + (observed / (power - 1)), mean + observed, 0];

    // That of the weight α or 1 − α, and that of the score ±x.
    private static double SlopeOfAnswer(double gamma, double alpha, double x, double answer)
    {
        double score = ((2 * answer) - 1) * x;
        double focus = Math.Exp(-gamma * Softplus(score));
        double weight = answer == 1 ? alpha : 1 - alpha;
        return focus * ((Math.Abs((2 * alpha) - 1) * Softplus(-score)) + (2 * Math.Abs(x) * weight * (Sigmoid(-score) + (gamma * Sigmoid(score) * Softplus(-score)))));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
