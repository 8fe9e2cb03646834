using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses along an axis against their formulas as C# computes them: values, and slopes by central differences of values.</summary>
public sealed class AxisLossTests
{
    private const double Step = 1e-3;

    // Rows and tiles, contiguous and strided axes, of one element, of few and of many.
    private static readonly (string Arguments, int[] Sizes, int Axis)[] Shapes =
    [
        ("Shape.Batch, 1", [5, 1], 1),
        ("Shape.Batch, 2", [70, 2], 1),
        ("Shape.Batch, 7", [9, 7], 1),
        ("Shape.Batch, 40", [3, 40], 1),
        ("Shape.Batch, 150", [18, 150], 1),
        ("Shape.Batch, 5, 9, Dim = 1", [2, 5, 9], 1),
        ("Shape.Batch, 30, 11, Dim = 1", [1, 30, 11], 1),
        ("6, Shape.Batch, 4, Dim = 0", [6, 3, 4], 0),
        ("Shape.Batch, 3, 70, Dim = 2", [2, 3, 70], 2),
    ];

    private static readonly AxisSource[] Sources =
    [
        .. AxisSource.Zoo,
        Formula("Deviation", "ReadOnlySpan<float> x", "float sum = 0; for (int i = 0; i < x.Length; i += 1) { sum += x[i]; } float mean = sum / x.Length; float squares = 0; foreach (float v in x) { float d = v - mean; squares += d * d; } return MathF.Sqrt(1 + squares / x.Length);"),
        Formula("Extent", "ReadOnlySpan<float> x", "float max = float.NegativeInfinity, min = float.PositiveInfinity; foreach (float v in x) { max = MathF.Max(v, max); if (v < min) { min = v; } } return max * max - min;"),
        Formula("BoundedExtent", "ReadOnlySpan<float> x", "float max = 0, min = 0.5f; foreach (float v in x) { if (max < v) { max = v; } min = MathF.Min(min, v * 2); } return max - 3 * min;"),
        Formula("Ordinal", "ReadOnlySpan<float> x, int label", "float sum = 0; for (int i = 0; i < x.Length; i++) { sum += MathF.Abs(i - label) * x[i] * x[i] + (i < label ? x[i] : 0) - (i >= label ? MathF.Exp(x[i]) : 0); } return sum + x[0] * x[0];"),
        Formula("ByLabel", "ReadOnlySpan<float> x, int label", "float sum = 0; foreach (float v in x) { sum += v * v; } return (label == 0 ? 3 : 0.5f) * sum - label * x[label];"),
        Formula("Signed", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 2, t = 0; for (int i = 0; i < x.Length; i++) { float d = (x[i] - y[i]) * (x[i] - y[i]), e = y[i] * y[i]; if (x[i] > y[i]) { s += d * d; } else { s -= d * d; } if (y[i] > 0) { t -= e * e; } s += MathF.Sin(y[i]); } float u = 0; for (int i = 0; i < x.Length; i++) { u += t * x[i] / (1 + s * s); } return u + s;"),
        Formula("Pairs", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z", "return Dot(x, y) * Dot(y, z) - Dot(z, z); static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b) { float dot = 0; for (int i = 0; i < a.Length; i++) dot += a[i] * b[i]; return dot; }"),
        Formula("Anchored", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, int label", "float s = 0; for (int i = 0; i < x.Length; i++) { float d = x[i] - x[0] * y[label]; s += d * d * y[0] + (i == 0 ? MathF.Exp(x[i]) : 0) + (i <= label && i != 0 ? x[i] * y[i] : 0); } return s * x[label];"),
        Formula("MaximumOfOthers", "ReadOnlySpan<float> x, int label", "float max = float.NegativeInfinity; for (int i = 0; i < x.Length; i++) { if (i != label) { max = MathF.Max(max, x[i]); } } return MathF.Exp(max > -1000 ? max - x[label] : x[label]);"),
        Formula("FirstOnes", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; for (int i = 0; i < x.Length; i++) { if (y[i] < 9 && i < 2) { s += x[i] * y[i]; } if (i == x.Length - 1 || i + 1 == 3) { s -= y[i] * (x.Length - i); } } return s;"),
        Formula("WithoutSlope", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; for (int i = 0; i < x.Length; i++) { s += MathF.Floor(9 * y[i]) * x[i] * x[i]; } return s;"),
        Formula("OfNegatives", "ReadOnlySpan<float> x, [Parameter] float p = 0.7f", "float q = float.NegativeInfinity; foreach (float v in x) { q = MathF.Max(q, p - v); } double s = 0; foreach (float v in x) { s += MathF.Exp(p - v - q); } return q + (float)Math.Log(s);"),
        Formula("InDouble", "ReadOnlySpan<float> x", "double s = 0; foreach (float v in x) { s += Math.Exp(v); } return (float)Math.Log(s);"),
        Formula("CosineWithTarget", "ReadOnlySpan<float> x, ReadOnlySpan<float> y, [NoGradient] float target, [Parameter] float margin = 0.1f", "float dot = 0, xx = 0, yy = 0; for (int i = 0; i < x.Length; i++) { dot += x[i] * y[i]; xx += x[i] * x[i]; yy += y[i] * y[i]; } float cosine = dot / MathF.Sqrt((xx + 0.1f) * (yy + 0.1f)); return target > 0 ? 1 - cosine : MathF.Max(cosine - margin, 0);"),
        Formula("OfNumbers", "ReadOnlySpan<float> x, float scale, int label, float offset", "float sum = 0; foreach (float v in x) { float d = v * scale - offset; sum += d * d / (1 + scale * scale); } return sum + offset * x[label] - MathF.Sin(scale);"),
        Formula("OfWeights", "ReadOnlySpan<float> x, int label, [Parameter] ReadOnlySpan<float> weights, [Parameter] float smoothing = 0.1f, [Parameter(Minimum = 0)] float tau = 0.5f", "float sum = 0; for (int i = 0; i < x.Length; i++) { sum += MathF.Exp(x[i] + tau * weights[i]); } float lse = MathF.Log(sum), total = 0; for (int i = 0; i < x.Length; i++) { total += weights[i] * (lse - x[i]); } return (1 - smoothing) * weights[label] * (lse - x[label]) + smoothing / x.Length * total;"),
        Formula("Mixed", "ReadOnlySpan<float> x, int first, byte second, [NoGradient] float share", "float sum = 0; foreach (float v in x) { sum += MathF.Exp(v); } float lse = MathF.Log(sum); return share * (lse - x[first]) + (1 - share) * (lse - x[second]);"),
        Formula("OfSecond", "[NoGradient] ReadOnlySpan<float> x, ReadOnlySpan<float> y, [Parameter] ReadOnlySpan<float> scales, [Parameter] ReadOnlySpan<float> offsets", "float s = 0; for (int i = 0; i < x.Length; i++) { float d = scales[i] * y[i] + offsets[i] - x[i]; s += d * d; } return s * offsets[0];"),
        Totalled("ClassWeighted", "(float, float)", "ReadOnlySpan<float> x, int label, [Parameter(Minimum = 0)] ReadOnlySpan<float> weights", "float sum = 0; foreach (float v in x) { sum += MathF.Exp(v); } return (weights[label] * (MathF.Log(sum) - x[label]), weights[label]);", "[Total] private static double Total(double loss, double weight) => weight > 0 ? loss / weight : 0;"),
        Totalled("RootMeanSquare", "float", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; for (int i = 0; i < x.Length; i++) { s += (x[i] - y[i]) * (x[i] - y[i]); } return s / x.Length;", "[Total] private static double Total(double squares, long count) => Math.Sqrt(squares / count);"),
        Totalled("BatchDice", "(float, float, float)", "ReadOnlySpan<float> x, [NoGradient] ReadOnlySpan<float> y, [Parameter] float smooth = 1.5f", "float both = 0, p = 0, q = 0; for (int i = 0; i < x.Length; i++) { float v = 1 / (1 + MathF.Exp(-x[i])); both += v * y[i] * y[i]; p += v; q += y[i] * y[i]; } return (both, p, q);", "[Total] private static float Total(double both, double p, double q, float smooth) => (float)(1 - (2 * both + smooth) / (p + q + smooth));"),
        Totalled("BatchCorrelation", "(float, float, float, float, float)", "ReadOnlySpan<float> x, float y", "if (y > 9) { return (0, y, 0, y, 0); } float s = 0; foreach (float v in x) { s += v; } return (s, y, s * s, y * y, s * y);", "[Total] private static double Total(double x, double y, double xx, double yy, double xy, double count) { double a = count * xx - x * x + 1, b = count * yy - y * y + 1; return 1 - (count * xy - x * y) / Math.Sqrt(a * b); }"),
        Totalled("Balanced", "(float, float)", "ReadOnlySpan<float> x, int label, [Parameter] float share = 0.3f", "float s = 0; foreach (float v in x) { s += v * v; } return (s, MathF.Exp(x[label]));", "[Total] private static double Total(double squares, double others, float share, int count) => (share * squares + (1 - share) * others) / count;"),
        Formula("Shifted", "ReadOnlySpan<float> x, int label", "float max = float.NegativeInfinity; foreach (float v in x) { max = MathF.Max(max, v); } float sum = 0; foreach (float v in x) { sum += MathF.Exp(v - max); } return max + MathF.Log(sum) - x[label];"),
    ];

    private static readonly CompiledInEitherType Compiled = new(static isDouble => Cases
        .Where(each => RandomRun.IsTried(each, days: 8) && RandomRun.OneOf(each, days: 8, true, false).Contains(isDouble))
        .Select(each => Sources[each % Sources.Length].With(Shapes[each / Sources.Length].Arguments, isDouble, ClassName(each))));

    private static IEnumerable<int> Cases => Enumerable.Range(0, Sources.Length * Shapes.Length);

    public static TheoryData<int> Tried => [.. Cases.Where(static each => RandomRun.IsTried(each, days: 8))];

    [Theory]
    [MemberData(nameof(Tried))]
    public void ValueAndGradientsAreThoseOfTheFormula(int index)
    {
        AxisSource source = Sources[index % Sources.Length];
        (_, int[] sizes, int axis) = Shapes[index / Sources.Length];
        int classes = sizes[axis];
        int inner = sizes[(axis + 1)..].Aggregate(1, static (a, b) => a * b);
        int locations = sizes.Aggregate(1, static (a, b) => a * b) / classes;
        Data data = new(index + 1);
        double[][] inputs = [.. source.Inputs.Select((input, i) => Inputs(source, i, data, input.Kind == AxisParameterKind.Number ? locations : locations * classes))];
        int[][] labels = [.. Enumerable.Range(0, source.Labels).Select(_ => data.Labels(locations, classes))];
        double[][] perClass = [.. Enumerable.Range(0, source.PerClass).Select(_ => data.Uniform(classes, 0.2, 2))];
        foreach (bool isDouble in RandomRun.OneOf(index, days: 8, true, false))
        {
            AxisLossRun loss = new(Compiled.Type("Zoo." + ClassName(index), isDouble), isDouble, perClass: perClass);
            (double value, double[][] gradients) = loss.At(inputs, labels);
            double[][] values = [.. Enumerable.Range(0, locations).Select(location => loss.Direct(Location(location), LabelsAt(location)))];
            double[] sums = [.. values[0].Select((_, sum) => values.Sum(terms => terms[sum]))];
            if (sums.Any(double.IsNaN))
            {
                // One element correlates with nothing.
                Assert.Equal((1, double.NaN), (classes, value));
                continue;
            }

            double bound = isDouble ? 1e-12 : 2e-6;
            Assert.Equal(loss.DirectTotal(sums, locations), value, bound * (1 + values.Max(static terms => terms.Max(Math.Abs))));
            if (sizes[0] == locations / inner && locations > inner)
            {
                int first = RandomRun.IsDeep ? 1 + (index % (sizes[0] - 1)) : 1;
                (double inParts, double[][] gradientsOfParts) = loss.InParts(inputs, labels, first, classes * inner, inner);
                Assert.Equal(value, inParts, bound * (1 + Math.Abs(value)));
                Assert.All(gradients.Zip(gradientsOfParts).Where((_, input) => source.Inputs[input].HasGradient), pair => Assert.Equal(0, pair.First.Zip(pair.Second, static (a, b) => Math.Abs(a - b)).Max(), bound * pair.First.Max(Math.Abs)));
            }

            if (isDouble)
            {
                for (int location = 0; location < Math.Min(locations, 4); location++)
                {
                    CheckSlopes(loss, location);
                }
            }

            void CheckSlopes(AxisLossRun direct, int location)
            {
                double[][] at = Location(location);
                double[][] slopes = [.. at.Select((row, input) => row.Select((_, c) => Slope(direct, at, LabelsAt(location), input, c, source.HasTotal ? sums : values[location], locations)).ToArray())];
                double largest = slopes.SelectMany(static row => row).Where(static slope => !double.IsNaN(slope)).Select(Math.Abs).DefaultIfEmpty().Max();
                for (int input = 0; input < at.Length; input++)
                {
                    for (int c = 0; c < at[input].Length; c++)
                    {
                        if (double.IsNaN(slopes[input][c]) || !source.Inputs[input].HasGradient)
                        {
                            continue;
                        }

                        Assert.Equal(slopes[input][c], gradients[input][source.Inputs[input].Kind == AxisParameterKind.Number ? location : Position(location, c)], 1e-7 * (largest + (1e-3 / locations)));
                    }
                }
            }
        }

        double[][] Location(int location) => [.. inputs.Select((input, i) => source.Inputs[i].Kind == AxisParameterKind.Number
            ? [input[location]]
            : Enumerable.Range(0, classes).Select(c => input[Position(location, c)]).ToArray())];

        int[] LabelsAt(int location) => [.. labels.Select(each => each[location])];

        int Position(int location, int c) => (location / inner * classes * inner) + (c * inner) + (location % inner);
    }

    /// <summary>A log-sum-exp in loops, with its maximum subtracted or not, has the bits of the softmax loss, for logits whose exponentials overflow as well.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void ALogSumExpInLoopsIsThatOfTheSoftmaxLoss(int classes)
    {
        const int Locations = 21;
        AxisSource[] sources =
        [
            Sources[^1],
            Formula("Naive", "ReadOnlySpan<float> x, int label", "float sum = 0; foreach (float v in x) { sum += MathF.Exp(v); } return MathF.Log(sum) - x[label];"),
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
            (double loops, double[][] gradients) = new AxisLossRun(losses.Type("Zoo." + source.Name), isDouble: false).At([logits], labels);
            Assert.Equal(value, loops);
            Assert.Equal(gradient.Select(static slope => (double)slope), gradients[0]);
        });
    }

    // Central differences at two steps, extrapolated; NaN near a kink or a jump, where they disagree.
    private static double Slope(AxisLossRun loss, double[][] at, int[] labels, int input, int c, double[] sums, int count)
    {
        double[] here = loss.Direct(at, labels);
        (double half, double whole) = (Difference(Step / 2), Difference(Step));
        return Math.Abs(half - whole) <= 1e-4 * (Math.Abs(half) + Math.Abs(Moved(0)) + 1) ? ((4 * half) - whole) / 3 : double.NaN;

        double Difference(double step) => (Moved(step) - Moved(-step)) / (2 * step);

        double Moved(double step)
        {
            double[][] moved = [.. at.Select(static row => row.ToArray())];
            moved[input][c] += step;
            double[] there = loss.Direct(moved, labels);
            return loss.DirectTotal([.. sums.Select((sum, number) => sum - here[number] + there[number])], count);
        }
    }

    private static double[] Inputs(AxisSource source, int input, Data data, int count) => source.Name switch
    {
        "ArcFaceLoss" => data.Uniform(count, -0.9, 0.9),
        "TverskyLoss" => data.Uniform(count, 0.1, 0.9),
        "SoftDiceLoss" when input == 1 => data.Uniform(count, 0, 1),
        "Mixed" when input == 1 => data.Uniform(count, 0, 1),
        "Signed" => data.Normal(count, deviation: 0.5),
        _ => data.Normal(count),
    };

    private static string ClassName(int index) => FormattableString.Invariant($"Axis{index}");

    private static AxisSource Formula(string name, string parameters, string body) => Totalled(name, "float", parameters, body, "");

    private static AxisSource Totalled(string name, string result, string parameters, string body, string total) => new(
        name,
        $"using System; using LossGen; namespace Zoo;\n[AxisLoss(Shape.Batch, 10)]\npublic sealed partial class {name}\n{{\n    [Formula]\n    private static {result} Value({parameters}) {{ {body} }}\n    {total}\n}}\n");
}
