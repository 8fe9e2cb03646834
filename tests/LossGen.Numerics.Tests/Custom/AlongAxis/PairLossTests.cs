namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses over pairs of elements along an axis, in a loop within another, against their formulas as C# computes them.</summary>
public sealed class PairLossTests
{
    // Sums over pairs, alone, within functions of a class, of other sums, and beside labels.
    private static readonly AxisCases Sums = new(
        [
            AxisSource.Of("Ranking", "ReadOnlySpan<float> x, ReadOnlySpan<int> grades", "float s = 0; for (int i = 0; i < x.Length; i++) { for (int j = i + 1; j < x.Length; j++) { if (grades[i] > grades[j]) { s += MathF.Log(1 + MathF.Exp(x[j] - x[i])); } } } return s;"),
            AxisSource.Of("Energy", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; foreach (float a in x) { float t = 0; foreach (float b in y) { t += (a - b) * (a - b) * a; } foreach (float b in x) { t -= 0.5f * MathF.Sin(a - b); } s += t; } return s / x.Length;"),
            AxisSource.Of("AveragePrecision", "ReadOnlySpan<float> x, ReadOnlySpan<int> y", "float s = 0; for (int i = 0; i < x.Length; i++) { float above = 1, positive = 1; for (int j = 0; j < x.Length; j++) { if (j == i) { continue; } float step = 1 / (1 + MathF.Exp(x[i] - x[j])); above += step; if (y[j] > 1) { positive += step; } } s += y[i] > 0 ? positive / above : 0.1f * above; } return s;"),
            AxisSource.Of("Transport", "ReadOnlySpan<float> x, int label", "float s = 0; for (int i = 0; i < x.Length; i++) { float p = Along.Softmax(x, i), t = 0; for (int j = 0; j < x.Length; j++) { t += p * Along.Softmax(x, j) * MathF.Abs(i - j) + (j == label ? x[i] * x[label] : 0); } s += t * t; } return s / x.Length;"),
        ],
        days: 6,
        static (_, _, data, count) => data.Normal(count));

    // What finds an extreme is written out.
    private static readonly AxisCases Extremes = new(
        [
            AxisSource.Of("Extremes", "ReadOnlySpan<float> x, int label", "float s = 0; for (int i = 0; i < x.Length; i++) { float most = -3; int above = 0; for (int j = 0; j <= i; j++) { most = MathF.Max(most, x[j] * x[j] - (j == label ? 1 : 0)); if (j != i && x[j] > x[i]) { above++; } } s += most * x[i] + above * x[i] * x[i]; } return s;"),
        ],
        days: 6,
        static (_, _, data, count) => data.Normal(count),
        mostClasses: 11);

    public static TheoryData<int> Tried => Sums.Tried;

    public static TheoryData<int> TriedExtremes => Extremes.Tried;

    [Theory]
    [MemberData(nameof(Tried))]
    public void ValueAndGradientsAreThoseOfTheFormula(int index) => Sums.Check(index);

    [Theory]
    [MemberData(nameof(TriedExtremes))]
    public void ExtremesAreThoseOfTheFormula(int index) => Extremes.Check(index);
}
