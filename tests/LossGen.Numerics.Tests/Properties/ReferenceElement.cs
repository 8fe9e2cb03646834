using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The losses over single elements, in float64 from the table of losses. Before the factor w/N:</summary>
/// <param name="Value">the value's share,</param>
/// <param name="Magnitude">the magnitudes of the parts of that share, added up,</param>
/// <param name="OfPrediction">the gradient of x,</param>
/// <param name="OfTarget">and that of y.</param>
internal readonly record struct ReferenceElement(double Value, double Magnitude, double OfPrediction, double OfTarget)
{
    // As in PyTorch: logarithms are at least −100, and the gradient's denominator is never 0.
    private const double LeastLogarithm = -100.0;
    private const double LeastVariance = 1e-12;

    public static ReferenceResult Evaluate(LossKind loss, ReferenceShape shape, double weight, double[] prediction, double[] target, double[] weights)
    {
        if (shape.Samples == 0)
        {
            return new ReferenceResult(new LossResult(0.0, [], []), 0.0, []);
        }

        double scale = weight / shape.Samples;
        ReferenceElement[] elements = [.. prediction.Select((x, i) => Of(loss, x, target[i]))];
        LossResult result = new(
            scale * ReferenceMath.Sum(elements.Select((e, i) => weights[i] * e.Value)),
            [.. elements.Select((e, i) => scale * weights[i] * e.OfPrediction)],
            [.. elements.Select((e, i) => scale * weights[i] * e.OfTarget)]);
        return new ReferenceResult(result, scale * ReferenceMath.Sum(elements.Select((e, i) => weights[i] * e.Magnitude)), [.. weights.Select(omega => scale * omega)]);
    }

    private static ReferenceElement Of(LossKind loss, double x, double y) => loss switch
    {
        LossKind.Hinge => Hinge(x, y),
        LossKind.Square => Signless(0.5 * (x - y) * (x - y), x - y, y - x),
        LossKind.BinaryCrossEntropy => BinaryCrossEntropy(x, y),
        LossKind.GaussianKL => GaussianKL(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "The loss has no row in tests/LossGen.Numerics.Tests/Properties/ReferenceElement.cs."),
    };

    private static ReferenceElement Signless(double value, double ofPrediction, double ofTarget) => new(value, value, ofPrediction, ofTarget);

    private static ReferenceElement Hinge(double x, double y) => x * y < 1.0 ? Signless(1.0 - (x * y), -y, -x) : Signless(0.0, 0.0, 0.0);

    private static ReferenceElement BinaryCrossEntropy(double x, double y)
    {
        double logarithm = Math.Max(Math.Log(x), LeastLogarithm);
        double logarithmOfRest = Math.Max(ReferenceMath.Log1P(-x), LeastLogarithm);
        bool isClamped = x == 0.0 || x == 1.0;
        return Signless(
            -((y * logarithm) + ((1.0 - y) * logarithmOfRest)),
            (x - y) / Math.Max(x * (1.0 - x), LeastVariance),
            isClamped ? logarithmOfRest - logarithm : ReferenceMath.LogRatio(1.0 - x, x));
    }

    // The parts of a divergence near 0 cancel; its gradient is written so that nothing does.
    private static ReferenceElement GaussianKL(double mean, double deviation)
    {
        double logarithm = Math.Log(deviation);
        double squares = (mean * mean) + (deviation * deviation);
        return new ReferenceElement(
            0.5 * (squares - (2.0 * logarithm) - 1.0),
            0.5 * (squares + (2.0 * Math.Abs(logarithm)) + 1.0),
            mean,
            (deviation - 1.0) * (deviation + 1.0) / deviation);
    }
}
