namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses over pairs of elements along an axis, in a loop within another, against their formulas as C# computes them.</summary>
public sealed class PairLossTests
{
    private static readonly AxisCases Cases = new(
        [
            AxisSource.Of("Ranking", "ReadOnlySpan<float> x, ReadOnlySpan<int> grades", "float s = 0; for (int i = 0; i < x.Length; i++) { for (int j = i + 1; j < x.Length; j++) { if (grades[i] > grades[j]) { s += MathF.Log(1 + MathF.Exp(x[j] - x[i])); } } } return s;"),
            AxisSource.Of("Energy", "ReadOnlySpan<float> x, ReadOnlySpan<float> y", "float s = 0; foreach (float a in x) { float t = 0; foreach (float b in y) { t += (a - b) * (a - b) * a; } foreach (float b in x) { t -= 0.5f * MathF.Sin(a - b); } s += t; } return s / x.Length;"),
            AxisSource.Of("Extremes", "ReadOnlySpan<float> x, int label", "float s = 0; for (int i = 0; i < x.Length; i++) { float most = -3; int above = 0; for (int j = 0; j <= i; j++) { most = MathF.Max(most, x[j] * x[j] - (j == label ? 1 : 0)); if (j != i && x[j] > x[i]) { above++; } } s += most * x[i] + above * x[i] * x[i]; } return s;"),
        ],
        days: 6,
        static (_, _, data, count) => data.Normal(count),
        mostClasses: 7);

    public static TheoryData<int> Tried => Cases.Tried;

    [Theory]
    [MemberData(nameof(Tried))]
    public void ValueAndGradientsAreThoseOfTheFormula(int index) => Cases.Check(index);
}
