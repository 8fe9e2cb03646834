using System.Globalization;
using LossGen.Numerics.Tests.Properties;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>A loss over classes of the sample, with a value for its parameter that a float holds: f(E) + u·Uniform, E being a location's cross-entropy.</summary>
/// <param name="Name">The class.</param>
/// <param name="Parameter">The value of its parameter.</param>
/// <param name="OfEntropy">f at a location, and its derivative with respect to E.</param>
/// <param name="Share">u.</param>
internal sealed record OverClassesCase(string Name, double Parameter, Func<Location, (double Value, double Slope)> OfEntropy, double Share = 0)
{
    public static IReadOnlyList<OverClassesCase> All { get; } =
    [
        Focal(0),
        Focal(0.5),
        Focal(1),
        Focal(2),
        Focal(3.5),
        Poly1(1),
        Poly1(-0.5),
        GeneralisedCrossEntropy(0.125),
        GeneralisedCrossEntropy(0.75),
        GeneralisedCrossEntropy(1),
        LabelSmoothing(0.125),
        LabelSmoothing(0.5),
    ];

    public static IEnumerable<string> Names => All.Select(static c => c.Name).Distinct();

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count)];

    public static OverClassesCase Focal(double gamma) => new("FocalSoftmaxLoss", gamma, x => (
        Math.Pow(x.Miss, gamma) * x.CrossEntropy,

        // If p or E is 0, so is its share.
        Math.Pow(x.Miss, gamma) + (gamma == 0 || x.Probability == 0 || x.CrossEntropy == 0 ? 0 : gamma * Math.Pow(x.Miss, gamma - 1) * x.Probability * x.CrossEntropy)));

    public static OverClassesCase Poly1(double epsilon) => new("Poly1SoftmaxLoss", epsilon, x => (x.CrossEntropy + (epsilon * x.Miss), 1 + (epsilon * x.Probability)));

    public static OverClassesCase GeneralisedCrossEntropy(double q) =>
        new("GeneralisedCrossEntropyLoss", q, x => (-ReferenceMath.ExpM1(-q * x.CrossEntropy) / q, Math.Exp(-q * x.CrossEntropy)));

    public static OverClassesCase LabelSmoothing(double smoothing) =>
        new("LabelSmoothingLoss", smoothing, x => ((1 - smoothing) * x.CrossEntropy, 1 - smoothing), smoothing);

    /// <summary>The loss at one location.</summary>
    public double Value(double[] logits, int label)
    {
        Location location = new(logits, label);
        return OfEntropy(location).Value + (Share == 0 ? 0 : Share * location.Uniform);
    }

    /// <summary>Its derivative with respect to every logit.</summary>
    public double[] Gradient(double[] logits, int label)
    {
        Location location = new(logits, label);
        double slope = OfEntropy(location).Slope;
        return [.. logits.Select((_, c) => (slope * location.SlopeOfCrossEntropy(c)) + (Share == 0 ? 0 : Share * location.SlopeOfUniform(c)))];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}({Parameter})");
}
