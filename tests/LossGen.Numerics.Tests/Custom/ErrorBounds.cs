namespace LossGen.Numerics.Tests.Custom;

/// <summary>How exact gradients of custom losses are in float, and relative to which magnitude.</summary>
internal static class ErrorBounds
{
    private const double GradientUnits = 4;

    // An exponential multiplies the rounding of its exponent by the exponent: α/2·log(1 + z), γ·softplus(x) and log m − log r.
    private static readonly Dictionary<string, double> UnitsOfExponentials = new() { ["GeneralRobustLoss"] = 11, ["FocalLoss"] = 16, ["NegativeBinomialLoss"] = 8 };

    // The terms that cancel, in the value and in the gradient of each input.
    private static readonly Dictionary<string, Func<IReadOnlyDictionary<string, double>, double[], double[]>> Terms = new()
    {
        ["TukeyBiweightLoss"] = static (p, x) => Tukey(p["cutoff"], Math.Abs(x[0] - x[1])),
        ["BinaryCrossEntropyWithLogitsLoss"] = static (_, x) => [0, (x[1] * Sigmoid(-x[0])) + ((1 - x[1]) * Sigmoid(x[0])), Softplus(x[0]) + Softplus(-x[0])],
        ["FocalLoss"] = static (p, x) => [0, 0, SlopeOfAnswer(p["gamma"], p["alpha"], x[0], x[1])],
        ["PoissonLoss"] = static (_, x) => [Math.Exp(x[0]) + Math.Abs(x[1] * x[0]), Math.Exp(x[0]) + x[1], 0],
        ["TweedieLoss"] = static (p, x) => Tweedie(Math.Exp((2 - p["power"]) * x[0]), x[1] * Math.Exp((1 - p["power"]) * x[0]), p["power"]),
        ["GaussianLoss"] = static (_, x) => [(Math.Abs(Math.Log(x[1])) + (Math.Pow(x[0] - x[2], 2) / x[1])) / 2, 0, ((1 / x[1]) + Math.Pow((x[0] - x[2]) / x[1], 2)) / 2, 0],
        ["FullGaussianLoss"] = static (p, x) => FullGaussian(x[0] - x[1], Math.Max(x[2], p["epsilon"])),
        ["MarginRankingLoss"] = static (p, x) => [p["margin"] + Math.Abs(x[0] - x[1]), 0, 0, 0],
        ["NegativeBinomialLoss"] = static (_, x) => NegativeBinomial(x[0] - x[2], x[1], Math.Exp(x[2])),
        ["StudentLoss"] = static (_, x) => Student(Math.Pow(x[0] - x[1], 2), x[2]),
        ["ContinuousRankedProbabilityLoss"] = static (_, x) => RankedProbability((x[1] - x[0]) / x[2], x[2]),
        ["FullPoissonLoss"] = static (_, x) => FullPoisson(x[0], x[1]),
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

    private static double[] FullGaussian(double error, double variance) =>
        [(Math.Log(2 * Math.PI) + Math.Abs(Math.Log(variance)) + (error * error / variance)) / 2, 0, 0, ((1 / variance) + Math.Pow(error / variance, 2)) / 2];

    private static double[] NegativeBinomial(double logRatio, double count, double dispersion)
    {
        double share = Sigmoid(logRatio);
        double slope = (dispersion * share) + (count * (1 - share));
        double total = Math.Abs(Special.Digamma(count + dispersion));
        return
        [
            Math.Abs(Special.LogGamma(dispersion)) + Special.LogGamma(count + 1) + Math.Abs(Special.LogGamma(count + dispersion)) + (dispersion * Softplus(logRatio)) + (count * Softplus(-logRatio)),
            slope,
            Math.Abs(Special.Digamma(count + 1)) + total + Softplus(-logRatio),
            (dispersion * (Math.Abs(Special.Digamma(dispersion)) + total + Softplus(logRatio))) + slope,
        ];
    }

    private static double[] Student(double square, double degrees)
    {
        double half = (degrees + 1) / 2;
        double tail = Math.Log(1 + (square / degrees));
        return
        [
            Math.Abs(Special.LogGamma(degrees / 2)) + Math.Abs(Special.LogGamma(half)) + (Math.Abs(Math.Log(degrees * Math.PI)) / 2) + (half * tail),
            0,
            0,
            (Math.Abs(Special.Digamma(degrees / 2)) + Math.Abs(Special.Digamma(half)) + (1 / degrees) + tail) / 2 + (half * square / (degrees * (degrees + square))),
        ];
    }

    private static double[] RankedProbability(double z, double deviation)
    {
        double share = Math.Abs(Special.Erf(z / Math.Sqrt(2)));
        double density = 2 * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        double constant = 1 / Math.Sqrt(Math.PI);
        double slope = share + (2 * Math.Abs(z) * density);
        return [deviation * (Math.Abs(z * share) + density + constant), slope, slope, density + constant + (2 * z * z * density)];
    }

    private static double[] FullPoisson(double logRate, double count)
    {
        double rate = Math.Exp(logRate);
        return count <= 1
            ? [rate + Math.Abs(count * logRate), rate + count, 0]
            : [rate + Math.Abs(count * logRate) + (count * Math.Log(count)) + count + (Math.Log(2 * Math.PI * count) / 2), rate + count, Math.Abs(logRate) + Math.Log(count) + (0.5 / count)];
    }

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
