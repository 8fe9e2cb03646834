using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses along an axis against their formulas as C# computes them: values, and slopes by central differences of values.</summary>
public sealed class AxisLossTests
{
    private static readonly AxisSource[] Sources =
    [
        .. AxisSource.Zoo,
        AxisSource.Of("Deviation", "ReadOnlySpan<float> x", "float sum = 0; for (int i = 0; i < x.Length; i += 1) { sum += x[i]; } float mean = sum / x.Length; float squares = 0; foreach (float v in x) { float d = v - mean; squares += d * d; } return MathF.Sqrt(1 + squares / x.Length);"),
        AxisSource.Of("Extent", "ReadOnlySpan<float> x", "float max = float.NegativeInfinity, min = float.PositiveInfinity; foreach (float v in x) { max = MathF.Max(v, max); if (v < min) { min = v; } } return max * max - min;"),
        AxisSource.Of("BoundedExtent", "ReadOnlySpan<float> x", "float max = 0, min = 0.5f; foreach (float v in x) { if (max < v) { max = v; } min = MathF.Min(min, v * 2); } return max - 3 * min;"),
        AxisSource.Of("Ordinal", "ReadOnlySpan<float> x, int label", "float sum = 0; for (int i = 0; i < x.Length; i++) { sum += MathF.Abs(i - label) * x[i] * x[i] + (i < label ? x[i] : 0) - (i >= label ? MathF.Exp(x[i]) : 0); } return sum + x[0] * x[0];"),
        AxisSource.Of("ByLabel", "ReadOnlySpan<float> x, int label", "float sum = 0; foreach (float v in x) { sum += v * v; } return (label == 0 ? 3 : 0.5f) * sum - label * x[label];"),
        AxisSource.Of("Signed", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 2, t = 0; for (int i = 0; i < x.Length; i++) { float d = (x[i] - y[i]) * (x[i] - y[i]), e = y[i] * y[i]; if (x[i] > y[i]) { s += d * d; } else { s -= d * d; } if (y[i] > 0) { t -= e * e; } s += MathF.Sin(y[i]); } float u = 0; for (int i = 0; i < x.Length; i++) { u += t * x[i] / (1 + s * s); } return u + s;"),
        AxisSource.Of("Pairs", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z", "return Dot(x, y) * Dot(y, z) - Dot(z, z); static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b) { float dot = 0; for (int i = 0; i < a.Length; i++) dot += a[i] * b[i]; return dot; }"),
        AxisSource.Of("Anchored", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, int label", "float s = 0; for (int i = 0; i < x.Length; i++) { float d = x[i] - x[0] * y[label]; s += d * d * y[0] + (i == 0 ? MathF.Exp(x[i]) : 0) + (i <= label && i != 0 ? x[i] * y[i] : 0); } return s * x[label];"),
        AxisSource.Of("MaximumOfOthers", "ReadOnlySpan<float> x, int label", "float max = float.NegativeInfinity; for (int i = 0; i < x.Length; i++) { if (i != label) { max = MathF.Max(max, x[i]); } } return MathF.Exp(max > -1000 ? max - x[label] : x[label]);"),
        AxisSource.Of("FirstOnes", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; for (int i = 0; i < x.Length; i++) { if (y[i] < 9 && i < 2) { s += x[i] * y[i]; } if (i == x.Length - 1 || i + 1 == 3) { s -= y[i] * (x.Length - i); } } return s;"),
        AxisSource.Of("WithoutSlope", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; for (int i = 0; i < x.Length; i++) { s += MathF.Floor(9 * y[i]) * x[i] * x[i]; } return s;"),
        AxisSource.Of("OfNegatives", "ReadOnlySpan<float> x, [Parameter] float p = 0.7f", "float q = float.NegativeInfinity; foreach (float v in x) { q = MathF.Max(q, p - v); } double s = 0; foreach (float v in x) { s += MathF.Exp(p - v - q); } return q + (float)Math.Log(s);"),
        AxisSource.Of("InDouble", "ReadOnlySpan<float> x", "double s = 0; foreach (float v in x) { s += Math.Exp(v); } return (float)Math.Log(s);"),
        AxisSource.Of("CosineWithTarget", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, [NoGradient] float target, [Parameter] float margin = 0.1f", "float dot = 0, xx = 0, yy = 0; for (int i = 0; i < x.Length; i++) { dot += x[i] * y[i]; xx += x[i] * x[i]; yy += y[i] * y[i]; } float cosine = dot / MathF.Sqrt((xx + 0.1f) * (yy + 0.1f)); return target > 0 ? 1 - cosine : MathF.Max(cosine - margin, 0);"),
        AxisSource.Of("OfNumbers", "ReadOnlySpan<float> x, float scale, int label, float offset", "float sum = 0; foreach (float v in x) { float d = v * scale - offset; sum += d * d / (1 + scale * scale); } return sum + offset * x[label] - MathF.Sin(scale);"),
        AxisSource.Of("OfWeights", "ReadOnlySpan<float> x, int label, [Parameter] ReadOnlySpan<float> weights, [Parameter] float smoothing = 0.1f, [Parameter(Minimum = 0)] float tau = 0.5f", "float sum = 0; for (int i = 0; i < x.Length; i++) { sum += MathF.Exp(x[i] + tau * weights[i]); } float lse = MathF.Log(sum), total = 0; for (int i = 0; i < x.Length; i++) { total += weights[i] * (lse - x[i]); } return (1 - smoothing) * weights[label] * (lse - x[label]) + smoothing / x.Length * total;"),
        AxisSource.Of("Mixed", "ReadOnlySpan<float> x, int first, byte second, [NoGradient] float share", "float sum = 0; foreach (float v in x) { sum += MathF.Exp(v); } float lse = MathF.Log(sum); return share * (lse - x[first]) + (1 - share) * (lse - x[second]);"),
        AxisSource.Of("OfSecond", "[NoGradient] ReadOnlySpan<float> x, ReadOnlySpan<float> y, [Parameter] ReadOnlySpan<float> scales, [Parameter] ReadOnlySpan<float> offsets", "float s = 0; for (int i = 0; i < x.Length; i++) { float d = scales[i] * y[i] + offsets[i] - x[i]; s += d * d; } return s * offsets[0];"),
        AxisSource.Of("Counted", "ReadOnlySpan<float> x, ReadOnlySpan<byte> counts, ReadOnlySpan<bool> mask, int order", "float s = 0; int used = 0, n = x.Length; for (int i = 0; i < n; i++) { int d = i - order; if (mask[i]) { s += (x[i] - counts[i]) * (x[i] - counts[i]) * (d * d); used++; } } return s / Math.Max(used, 1) + (used is 0 or > 2 ? x[0] : 0);"),
        AxisSource.Of("Typed", "ReadOnlySpan<float> x, [NoGradient] ReadOnlySpan<double> y, ReadOnlySpan<int> kinds, bool isKept, long weight", "double s = 0; for (int i = 0; i < x.Length; i++) { double d = x[i] - y[i]; s += kinds[i] switch { 0 => d * d, 1 or 2 => Math.Sin(d), _ => d * kinds[i] }; } return isKept ? (float)s * weight : x[0] * x[0];"),
        AxisSource.Of("Stretches", "ReadOnlySpan<float> x, ushort first", "float s = 0, most = -5; int n = x.Length; for (int i = 1; i < n; i++) { s += x[i] * x[i]; } for (int i = n - 2; i >= 0; i--) { s -= MathF.Log(2 + MathF.Sin(x[i])); most = MathF.Max(most, x[i]); } for (int i = 0; i <= n / 2 - 1; i++) { s += i % 3 * x[i] - i / 2; } return s + most * first;"),
        AxisSource.Of("Places", "ReadOnlySpan<float> x, ReadOnlySpan<int> rank, byte label", "float s = 0; int best = -1; for (int i = 0; i < x.Length; i++) { bool isBelow = i < label; s += isBelow ? x[i] * x[i] : MathF.Exp(-x[i]) * Math.Abs(rank[i] - i); best = Math.Max(best, rank[i]); } return s + best * x[^1];"),
        AxisSource.Of("ToLabel", "ReadOnlySpan<float> x, byte label, [NoGradient] float step", "float s = 0; for (int i = 0; i < label; i++) { s += x[i] * x[i]; } for (int i = label + 1; i < x.Length; i++) { if (x[i] < step) { continue; } float d = x[i] - x[label]; s += d * d * d; } return s;"),
        AxisSource.Totalled("ClassWeighted", "(float, float)", "ReadOnlySpan<float> x, int label, [Parameter(Minimum = 0)] ReadOnlySpan<float> weights", "float sum = 0; foreach (float v in x) { sum += MathF.Exp(v); } return (weights[label] * (MathF.Log(sum) - x[label]), weights[label]);", "[Total] private static double Total(double loss, double weight) => weight > 0 ? loss / weight : 0;"),
        AxisSource.Totalled("RootMeanSquare", "float", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; for (int i = 0; i < x.Length; i++) { s += (x[i] - y[i]) * (x[i] - y[i]); } return s / x.Length;", "[Total] private static double Total(double squares, long count) => Math.Sqrt(squares / count);"),
        AxisSource.Totalled("BatchDice", "(float, float, float)", "ReadOnlySpan<float> x, [NoGradient] ReadOnlySpan<float> y, [Parameter] float smooth = 1.5f", "float both = 0, p = 0, q = 0; for (int i = 0; i < x.Length; i++) { float v = 1 / (1 + MathF.Exp(-x[i])); both += v * y[i] * y[i]; p += v; q += y[i] * y[i]; } return (both, p, q);", "[Total] private static float Total(double both, double p, double q, float smooth) => (float)(1 - (2 * both + smooth) / (p + q + smooth));"),
        AxisSource.Totalled("BatchCorrelation", "(float, float, float, float, float)", "ReadOnlySpan<float> x, float y", "if (y > 9) { return (0, y, 0, y, 0); } float s = 0; foreach (float v in x) { s += v; } return (s, y, s * s, y * y, s * y);", "[Total] private static double Total(double x, double y, double xx, double yy, double xy, double count) { double a = count * xx - x * x + 1, b = count * yy - y * y + 1; return 1 - (count * xy - x * y) / Math.Sqrt(a * b); }"),
        AxisSource.Totalled("Balanced", "(float, float)", "ReadOnlySpan<float> x, int label, [Parameter] float share = 0.3f", "float s = 0; foreach (float v in x) { s += v * v; } return (s, MathF.Exp(x[label]));", "[Total] private static double Total(double squares, double others, float share, int count) => (share * squares + (1 - share) * others) / count;"),
        AxisSource.Totalled("Shares", "(float, float)", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, [Parameter] float share = 0.3f", "float s = 0, t = 0; for (int i = 0; i < x.Length; i++) { s += x[i] * y[i]; t += x[i] * x[i] - y[i]; } return (s, t);", "[Total] private static double Total(double products, double squares, float share, int count) => (share * products + (1 - share) * squares) / count;"),
        AxisSource.Of("Shifted", "ReadOnlySpan<float> x, int label", "float max = float.NegativeInfinity; foreach (float v in x) { max = MathF.Max(max, v); } float sum = 0; foreach (float v in x) { sum += MathF.Exp(v - max); } return max + MathF.Log(sum) - x[label];"),
    ];

    private static readonly AxisCases Cases = new(Sources, days: 8, Inputs);

    public static TheoryData<int> Tried => Cases.Tried;

    [Theory]
    [MemberData(nameof(Tried))]
    public void ValueAndGradientsAreThoseOfTheFormula(int index) => Cases.Check(index);

    /// <summary>A log-sum-exp in loops, with its maximum subtracted or not, and a called one have the bits of the softmax loss, for logits whose exponentials overflow as well.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void ALogSumExpIsThatOfTheSoftmaxLoss(int classes)
    {
        const int Locations = 21;
        AxisSource[] sources =
        [
            Sources[^1],
            AxisSource.Of("Naive", "ReadOnlySpan<float> x, int label", "float sum = 0; foreach (float v in x) { sum += MathF.Exp(v); } return MathF.Log(sum) - x[label];"),
            AxisSource.Of("Called", "ReadOnlySpan<float> x, int label", "return Along.LogSumExp(x) - x[label];"),
            AxisSource.Of("Logarithm", "ReadOnlySpan<float> x, int label", "return -Along.LogSoftmax(x, label);"),
        ];
        string shape = FormattableString.Invariant($"Shape.Batch, {classes}");
        CompiledLosses losses = CompiledLosses.CompileSources([.. sources.Select(source => source.With(shape, false, source.Name)), $"using LossGen; [SoftmaxLoss({shape})] public sealed partial class Softmax;"]);
        Data data = new(classes);
        double[] logits = data.Normal(Locations * classes, deviation: 100);
        int[] labels = data.Labels(Locations, classes);
        ILoss<float, int> softmax = (ILoss<float, int>)losses.Instance("Softmax");
        float[] gradient = new float[logits.Length];
        float value = softmax.ForwardBackward([.. logits.Select(static x => (float)x)], labels, gradient);
        Assert.All(sources, source =>
        {
            (double found, double[][] gradients) = new AxisLossRun(losses.Type("Zoo." + source.Name), isDouble: false).At([logits], labels);
            Assert.Equal(value, found);
            Assert.Equal(gradient.Select(static slope => (double)slope), gradients[0]);
        });
    }

    private static double[] Inputs(AxisSource source, int input, Data data, int count) => source.Name switch
    {
        "ArcFaceLoss" => data.Uniform(count, -0.9, 0.9),
        "TverskyLoss" => data.Uniform(count, 0.1, 0.9),
        "SoftDiceLoss" or "BatchDiceLoss" or "MultiLabelSoftMarginLoss" or "PositiveWeightedCrossEntropyLoss" when input == 1 => data.Uniform(count, 0, 1),
        "SupervisedContrastiveLoss" when input == 1 => data.Uniform(count, 0.1, 1),
        "InfoNCELoss" or "SupervisedContrastiveLoss" => data.Uniform(count, -0.2, 0.2),
        "LabelDistributionAwareMarginLoss" => data.Normal(count, deviation: 0.1),
        "Mixed" when input == 1 => data.Uniform(count, 0, 1),
        "Signed" => data.Normal(count, deviation: 0.5),
        _ => data.Normal(count),
    };
}
