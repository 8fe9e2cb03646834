using System.Globalization;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Library;

/// <summary>A declared loss, and what it is at one element or location, as its documentation says it in plain C#.</summary>
/// <param name="Loss">The declaration.</param>
/// <param name="Value">The value, from the elements of each input and the label.</param>
/// <param name="Ranges">The least and greatest number of each input; those of signs are −1 and 1 alone.</param>
/// <param name="Classes">The size of the axis; 1 for an elementwise loss.</param>
internal sealed record LibraryFormula(DeclaredLoss Loss, Func<double[][], int, double> Value, (double Least, double Greatest)[] Ranges, int Classes)
{
    private static readonly (double, double) Real = (-3, 3);
    private static readonly (double, double) Share = (0.02, 0.98);
    private static readonly (double, double) Sign = (double.NaN, double.NaN);

    /// <summary>Every loss, with options that differ from their defaults, or that are not among the golden cases.</summary>
    public static IReadOnlyList<LibraryFormula> All { get; } =
    [
        Elementwise(LossKind.L1, "", static x => Math.Abs(x[0] - x[1]), Real, Real),
        Elementwise(LossKind.SmoothL1, "Beta = 0", static x => Math.Abs(x[0] - x[1]), Real, Real),
        Elementwise(LossKind.SmoothL1, "Beta = 1.75", static x => Math.Abs(x[0] - x[1]) is < 1.75 and var e ? e * e / 3.5 : Math.Abs(x[0] - x[1]) - 0.875, Real, Real),
        Elementwise(LossKind.Huber, "Delta = 2.5", static x => Math.Abs(x[0] - x[1]) is <= 2.5 and var e ? e * e / 2 : 2.5 * (Math.Abs(x[0] - x[1]) - 1.25), Real, Real),
        Elementwise(LossKind.BinaryCrossEntropyWithLogits, "PositiveWeight = 3", static x => (3 * x[1] * Softplus(-x[0])) + ((1 - x[1]) * Softplus(x[0])), Real, Share),
        Elementwise(LossKind.BinaryCrossEntropyWithLogits, "PositiveWeight = 0", static x => (1 - x[1]) * Softplus(x[0]), Real, Share),
        .. new[] { 3, 11, 40, 70 }.Select(static classes => WithPositiveWeights(classes)),
        Elementwise(LossKind.PoissonNLL, "LogInput = false", static x => x[0] - (x[1] * Math.Log(x[0] + 1e-8)), (0.1, 5), (0, 5)),
        Elementwise(LossKind.PoissonNLL, "LogInput = false, Full = true, Epsilon = 0.5", static x => x[0] - (x[1] * Math.Log(x[0] + 0.5)) + Stirling(x[1]), (0.1, 5), (0, 5)),
        Elementwise(LossKind.GaussianNLL, "", static x => 0.5 * (Math.Log(x[2]) + ((x[0] - x[1]) * (x[0] - x[1]) / x[2])), Real, Real, (0.1, 4)),
        Elementwise(LossKind.GaussianNLL, "Full = true", static x => 0.5 * (Math.Log(2 * Math.PI * x[2]) + ((x[0] - x[1]) * (x[0] - x[1]) / x[2])), Real, Real, (0.1, 4)),
        Elementwise(LossKind.KLDiv, "", static x => x[1] * (Math.Log(x[1]) - x[0]), (-5, 0), Share),
        Elementwise(LossKind.KLDiv, "LogTarget = true", static x => Math.Exp(x[1]) * (x[1] - x[0]), (-5, 0), (-5, 0)),
        Elementwise(LossKind.SoftMargin, "", static x => Softplus(-x[0] * x[1]), Real, Sign),
        Elementwise(LossKind.MarginRanking, "", static x => Math.Max(0, -x[2] * (x[0] - x[1])), Real, Real, Sign),
        Elementwise(LossKind.MarginRanking, "Margin = -0.75", static x => Math.Max(0, -0.75 - (x[2] * (x[0] - x[1]))), Real, Real, Sign),
        Elementwise(LossKind.HingeEmbedding, "Margin = 1.5", static x => x[1] > 0 ? x[0] : Math.Max(0, 1.5 - x[0]), (0, 3), Sign),
        AlongAxis(LossKind.CosineEmbedding, 3, "", static (x, _) => Cosine(x[0], x[1]) is var cosine && x[2][0] > 0 ? 1 - cosine : Math.Max(0, cosine), Real, Real, Sign),
        AlongAxis(LossKind.CosineEmbedding, 12, "Margin = -0.5", static (x, _) => Cosine(x[0], x[1]) is var cosine && x[2][0] > 0 ? 1 - cosine : Math.Max(0, cosine + 0.5), Real, Real, Sign),
        AlongAxis(LossKind.TripletMargin, 4, "Epsilon = 0, Margin = 2", static (x, _) => Math.Max(0, Norm(x[0], x[1], 0) - Norm(x[0], x[2], 0) + 2), Real, Real, Real),
        AlongAxis(LossKind.TripletMargin, 7, "Swap = true", static (x, _) => Math.Max(0, Norm(x[0], x[1], 1e-6) - Math.Min(Norm(x[0], x[2], 1e-6), Norm(x[1], x[2], 1e-6)) + 1), Real, Real, Real),
        AlongAxis(LossKind.TripletMargin, 5, "P = 1, Epsilon = 1e-3", static (x, _) => Math.Max(0, Sum(x[0], x[1], 1e-3) - Sum(x[0], x[2], 1e-3) + 1), Real, Real, Real),
        AlongAxis(LossKind.TripletMargin, 3, "P = 1, Swap = true, Margin = 0.5", static (x, _) => Math.Max(0, Sum(x[0], x[1], 1e-6) - Math.Min(Sum(x[0], x[2], 1e-6), Sum(x[1], x[2], 1e-6)) + 0.5), Real, Real, Real),
        AlongAxis(LossKind.MultiMargin, 6, "P = 2", static (x, label) => Within(x[0], label, 1).Sum(static z => z * z) / 6, Real),
        AlongAxis(LossKind.MultiMargin, 40, "Margin = 0.25", static (x, label) => Within(x[0], label, 0.25).Sum() / 40, Real),
        .. new[] { 2, 6, 20, 45, 64, 130 }.Select(static classes => AlongAxis(LossKind.MultiLabelMargin, classes, "", static (x, _) => Pairs(x[0], x[1]) / x[0].Length, Real, Sign)),
        AlongAxis(LossKind.MultiLabelSoftMargin, 9, "", static (x, _) => x[0].Zip(x[1], static (logit, y) => (y * Softplus(-logit)) + ((1 - y) * Softplus(logit))).Average(), Real, Share),
        AlongAxis(LossKind.Focal, 5, "Gamma = 0", static (x, label) => -LogSoftmax(x[0], label), Real),
        AlongAxis(LossKind.Focal, 11, "Gamma = 1.5", static (x, label) => -Math.Pow(1 - Math.Exp(LogSoftmax(x[0], label)), 1.5) * LogSoftmax(x[0], label), Real),
        AlongAxis(LossKind.Focal, 40, "", static (x, label) => -Math.Pow(1 - Math.Exp(LogSoftmax(x[0], label)), 2) * LogSoftmax(x[0], label), Real),
        AlongAxis(LossKind.Dice, 6, "FromLogits = false, Smooth = 0.5", static (x, _) => 1 - (((2 * Dot(x[0], x[1])) + 0.5) / (x[0].Sum() + x[1].Sum() + 0.5)), Share, Share),
        AlongAxis(LossKind.Dice, 20, "", static (x, _) => 1 - (((2 * Dot(Sigmoids(x[0]), x[1])) + 1) / (Sigmoids(x[0]).Sum() + x[1].Sum() + 1)), Real, Share),
        AlongAxis(LossKind.Tversky, 8, "", static (x, _) => Tversky(Sigmoids(x[0]), x[1], 0.5, 0.5, 1), Real, Share),
        AlongAxis(LossKind.Tversky, 8, "Alpha = 0.3, Beta = 2, Smooth = 0.1, FromLogits = false", static (x, _) => Tversky(x[0], x[1], 0.3, 2, 0.1), Share, Share),
    ];

    private static LibraryFormula Elementwise(LossKind kind, string options, Func<double[], double> value, params (double, double)[] ranges) =>
        new(new DeclaredLoss(kind, options), (x, _) => value([.. x.Select(static input => input[0])]), ranges, 1);

    private static LibraryFormula AlongAxis(LossKind kind, int classes, string options, Func<double[][], int, double> value, params (double, double)[] ranges) =>
        new(new DeclaredLoss(kind, FormattableString.Invariant($"Shape.Batch, {classes}{(options.Length > 0 ? ", " : "")}{options}")), value, ranges, classes);

    // The value of a location, whose elements are averaged.
    private static LibraryFormula WithPositiveWeights(int classes)
    {
        double[] weights = [.. Enumerable.Range(0, classes).Select(static c => 0.25 * (c % 7))];
        return AlongAxis(
            LossKind.BinaryCrossEntropyWithLogits,
            classes,
            $"PositiveWeights = [{string.Join(", ", weights.Select(static weight => weight.ToString(CultureInfo.InvariantCulture)))}]",
            (x, _) => Enumerable.Range(0, classes).Average(c => (weights[c] * x[1][c] * Softplus(-x[0][c])) + ((1 - x[1][c]) * Softplus(x[0][c]))),
            Real,
            Share);
    }

    private static double Softplus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));

    private static double Stirling(double count) => count > 1 ? (count * Math.Log(count)) - count + (0.5 * Math.Log(2 * Math.PI * count)) : 0;

    private static double Dot(double[] x, double[] y) => x.Zip(y, static (a, b) => a * b).Sum();

    private static double Cosine(double[] x, double[] y) => Dot(x, y) / Math.Sqrt((Dot(x, x) + 1e-12) * (Dot(y, y) + 1e-12));

    private static double Norm(double[] x, double[] y, double epsilon) => Math.Sqrt(x.Zip(y, (a, b) => (a - b + epsilon) * (a - b + epsilon)).Sum());

    private static double Sum(double[] x, double[] y, double epsilon) => x.Zip(y, (a, b) => Math.Abs(a - b + epsilon)).Sum();

    private static double[] Within(double[] x, int label, double margin) => [.. x.Where((_, c) => c != label).Select(other => Math.Max(margin - x[label] + other, 0))];

    private static double Pairs(double[] x, double[] target) =>
        x.Where((_, c) => target[c] > 0).Sum(within => x.Where((_, c) => target[c] <= 0).Sum(without => Math.Max(1 - within + without, 0)));

    private static double LogSoftmax(double[] x, int label) => x[label] - Math.Log(x.Sum(Math.Exp));

    private static double[] Sigmoids(double[] x) => [.. x.Select(static logit => 1 / (1 + Math.Exp(-logit)))];

    private static double Tversky(double[] p, double[] y, double alpha, double beta, double smooth) =>
        1 - ((Dot(p, y) + smooth) / (Dot(p, y) + (alpha * p.Zip(y, static (a, b) => a * (1 - b)).Sum()) + (beta * p.Zip(y, static (a, b) => (1 - a) * b).Sum()) + smooth));
}
