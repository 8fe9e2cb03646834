using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>A custom loss of the sample with values for its parameters, and valid inputs; a float holds all of them exactly.</summary>
/// <param name="Name">The class.</param>
/// <param name="Parameters">The parameters; those that are missing have their defaults.</param>
/// <param name="Inputs">Draws the given number of elements of each input.</param>
/// <param name="DistanceToKink">
/// How far the inputs of one element are from where the formula has no derivative, or a different one on each side; null if there is no such place.
/// </param>
internal sealed record ZooCase(string Name, IReadOnlyDictionary<string, double> Parameters, Func<Data, int, double[][]> Inputs, Func<double[], double>? DistanceToKink = null)
{
    private const double Deviation = 2;

    public static IReadOnlyList<ZooCase> All { get; } =
    [
        Regression("L1Loss", [], Error),
        Regression("SquaredErrorLoss", []),
        .. Each([0.25, 1, 3], delta => Regression("HuberLoss", [("delta", delta)], x => Math.Abs(Error(x) - delta))),
        .. Each([0, 0.5, 2], beta => Regression("SmoothL1Loss", [("beta", beta)], x => Math.Abs(Error(x) - beta))),
        Regression("LogCoshLoss", []),
        .. Each([0.5, 1, 3], delta => Regression("PseudoHuberLoss", [("delta", delta)])),
        .. Each([0.5, 1.5], width => Regression("CauchyLoss", [("width", width)])),
        .. Each([1.5, (float)4.685], cutoff => Regression("TukeyBiweightLoss", [("cutoff", cutoff)], x => Math.Abs(Error(x) - cutoff))),
        .. Each([-2, -0.5, 0, 0.0625, 1, 1.875], alpha => Regression("GeneralRobustLoss", [("alpha", alpha), ("scale", 0.75)])),
        .. Each([0.25, 0.5, 1.25], exponent => Regression("GeneralisedCharbonnierLoss", [("exponent", exponent), ("epsilon", 0.125)])),
        .. Each([0.125, 0.5, 0.875], tau => Regression("QuantileLoss", [("tau", tau)], Error)),
        Margin("SquaredHingeLoss", static x => Math.Abs(1 - (x[0] * x[1]))),
        Margin("ExponentialLoss"),
        Margin("SoftMarginLoss"),
        new("BinaryCrossEntropyWithLogitsLoss", Of([]), static (data, count) => [data.Normal(count, 4), data.Uniform(count, 0, 1)]),
        .. Each([0, 0.5, 2], gamma => new ZooCase("FocalLoss", Of([("gamma", gamma), ("alpha", 0.25)]), static (data, count) => [data.Normal(count, 3), Numbers(data.Labels(count, 2))])),
        new("PoissonLoss", Of([]), static (data, count) => [data.Normal(count), Numbers(data.Labels(count, 9))]),
        .. Each([1.125, 1.5, 1.875], power => new ZooCase("TweedieLoss", Of([("power", power)]), static (data, count) => [data.Normal(count), Numbers(data.Labels(count, 9))])),
        new("GaussianLoss", Of([]), static (data, count) => [data.Normal(count, Deviation), data.Uniform(count, 0.0625, 4), data.Normal(count, Deviation)]),
        .. Each([(float)1e-6, 0.25], epsilon => new ZooCase(
            "FullGaussianLoss", Of([("epsilon", epsilon)]), static (data, count) => [data.Normal(count, Deviation), data.Normal(count, Deviation), data.Uniform(count, 0.0625, 4)], x => Math.Abs(x[2] - epsilon))),
        .. Each([0, 0.5], margin => new ZooCase(
            "MarginRankingLoss", Of([("margin", margin)]), static (data, count) => [data.Normal(count, Deviation), data.Normal(count, Deviation), Signs(data, count)], x => Math.Abs(margin - (x[2] * (x[0] - x[1]))) / (1 + Error(x)))),
        .. Each([0.5, 2], margin => new ZooCase(
            "HingeEmbeddingLoss", Of([("margin", margin)]), static (data, count) => [data.Uniform(count, 0, 4), Signs(data, count)], x => Math.Abs(margin - x[0]))),
        new("NegativeBinomialLoss", Of([]), static (data, count) => [data.Normal(count), Numbers(data.Labels(count, 9)), data.Normal(count)]),
        new("StudentLoss", Of([]), static (data, count) => [data.Normal(count, Deviation), data.Normal(count, Deviation), data.Uniform(count, 0.5, 10)]),
        new("ContinuousRankedProbabilityLoss", Of([]), static (data, count) => [data.Normal(count, Deviation), data.Normal(count, Deviation), data.Uniform(count, 0.25, 3)]),
        new("FullPoissonLoss", Of([]), static (data, count) => [data.Normal(count), data.Uniform(count, 0, 9)], static x => Math.Abs(x[1] - 1)),
        .. Each([-0.5, 0], limit => Regression("TobitLoss", [("limit", limit)], x => Math.Abs(x[1] - limit))),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count)];

    public override string ToString() => Parameters.Count == 0
        ? Name
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}({string.Join(", ", Parameters.Select(static pair => $"{pair.Key}: {pair.Value}"))})");

    private static ZooCase Regression(string name, (string Name, double Value)[] parameters, Func<double[], double>? distanceToKink = null) =>
        new(name, Of(parameters), static (data, count) => [data.Normal(count, Deviation), data.Normal(count, Deviation)], distanceToKink);

    private static ZooCase Margin(string name, Func<double[], double>? distanceToKink = null) =>
        new(name, Of([]), static (data, count) => [data.Normal(count, Deviation), Signs(data, count)], distanceToKink);

    private static IEnumerable<ZooCase> Each(double[] values, Func<double, ZooCase> make) => values.Select(make);

    private static Dictionary<string, double> Of((string Name, double Value)[] parameters) => parameters.ToDictionary(static pair => pair.Name, static pair => pair.Value);

    private static double[] Numbers(int[] labels) => [.. labels.Select(static label => (double)label)];

    private static double[] Signs(Data data, int count) => [.. data.Labels(count, 2).Select(static label => (2.0 * label) - 1)];

    private static double Error(double[] inputs) => Math.Abs(inputs[0] - inputs[1]);
}
