using System.Globalization;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Written;

/// <summary>
/// How exact written losses are in float, over random elements, beside the same losses in double: a value within 2e-6 of itself, a gradient within 4 units in the last
/// place. Where terms of opposite sign are added up, both are counted from the sum of the terms' magnitudes: the digits that cancel are lost to any float.
/// </summary>
public sealed class ErrorTests(ITestOutputHelper output)
{
    private const int Elements = 20_000;
    private const double ValueBound = 2e-6;
    private const double GradientBound = 4;

    // An exponential multiplies the rounding of its exponent by the exponent, which adds as many units: α/2·log(1 + z), up to 7 for these elements, and γ·softplus(x), up to 25.
    private static readonly Dictionary<string, double> LargestExponents = new() { ["GeneralRobustLoss"] = 7, ["FocalLoss"] = 25 };

    // What cancels, in the value and in the gradient of each input.
    private static readonly Dictionary<string, Func<IReadOnlyDictionary<string, double>, double[], double[]>> Terms = new()
    {
        ["TukeyBiweightLoss"] = static (p, x) => Tukey(p["cutoff"], Math.Abs(x[0] - x[1])),
        ["BinaryCrossEntropyWithLogitsLoss"] = static (_, x) => [0, (x[1] * Sigmoid(-x[0])) + ((1 - x[1]) * Sigmoid(x[0])), Softplus(x[0]) + Softplus(-x[0])],
        ["FocalLoss"] = static (p, x) => [0, 0, SlopeOfAnswer(p["gamma"], p["alpha"], x[0], x[1])],
        ["PoissonLoss"] = static (_, x) => [Math.Exp(x[0]) + Math.Abs(x[1] * x[0]), Math.Exp(x[0]) + x[1], 0],
        ["TweedieLoss"] = static (p, x) => Tweedie(Math.Exp((2 - p["power"]) * x[0]), x[1] * Math.Exp((1 - p["power"]) * x[0]), p["power"]),
        ["GaussianLoss"] = static (_, x) => [(Math.Abs(Math.Log(x[1])) + (Math.Pow(x[0] - x[2], 2) / x[1])) / 2, 0, ((1 / x[1]) + Math.Pow((x[0] - x[2]) / x[1], 2)) / 2, 0],
    };

    public static TheoryData<int> Cases => ZooCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Float32IsWithinItsBounds(int index)
    {
        ZooCase zooCase = ZooCase.All[index];
        double[][] inputs = zooCase.Inputs(new Data(1000 + index), Elements);
        WrittenLoss<float> single = ZooLosses.Sums.Of<float>(zooCase);
        WrittenLoss<double> @double = ZooLosses.Sums.Of<double>(zooCase);
        double[][] expected = @double.Run(inputs).Gradients;
        double[][] actual = single.Run(inputs).Gradients;
        double worstValue = 0;
        double[] worstGradients = new double[inputs.Length];
        for (int i = 0; i < Elements; i++)
        {
            double[] element = [.. inputs.Select(input => input[i])];
            double[] terms = TermsOf(zooCase, element);
            double[][] alone = [.. element.Select(static x => new[] { x })];
            double value = @double.Forward(alone);
            worstValue = Math.Max(worstValue, value == 0 ? 0 : Math.Abs(single.Forward(alone) - value) / Math.Max(Math.Abs(value), terms[0]));
            for (int input = 0; input < inputs.Length; input++)
            {
                worstGradients[input] = Math.Max(worstGradients[input], Math.Abs(expected[input][i] - actual[input][i]) / Unit(Math.Max(Math.Abs(expected[input][i]), terms[input + 1])));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{zooCase,-60} {worstValue,8:E1}{string.Concat(worstGradients.Select(static worst => worst.ToString("F1", CultureInfo.InvariantCulture).PadLeft(6)))}"));
        Assert.True(worstValue <= ValueBound, $"{worstValue}");
        Assert.All(worstGradients, worst => Assert.True(worst <= GradientBound + LargestExponents.GetValueOrDefault(zooCase.Name), $"{worst}"));
    }

    private static double[] TermsOf(ZooCase zooCase, double[] x) =>
        Terms.TryGetValue(zooCase.Name, out Func<IReadOnlyDictionary<string, double>, double[], double[]>? terms) ? terms(zooCase.Parameters, x) : new double[x.Length + 1];

    // The slope is e·rest², and near the cutoff rest = 1 − (e/c)² cancels, down to the rounding of x − y; of the value, 1 − rest³.
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

    // The last place of the float nearest to a magnitude.
    private static double Unit(double magnitude)
    {
        float nearest = Math.Max((float)magnitude, 1.17549435E-38f);
        return (double)MathF.BitIncrement(nearest) - nearest;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
