namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Labels, numbers of locations and spans of every type of integers: values and slopes are those of the formula, as C# computes it.</summary>
public sealed class IntegerInputTests
{
    private static readonly AxisSource[] Sources =
    [
        AxisSource.Of("UnsignedIntegers", "ReadOnlySpan<float> x, ReadOnlySpan<uint> counts, uint label, uint order", "float s = 0; for (int i = 0; i < x.Length; i++) { s += i == label ? x[i] * counts[i] : x[i] * x[i] / (1 + order + counts[i] * (float)i); } return s - x[(int)label] * (order > 2 ? 3 : counts[0] + order);"),
        AxisSource.Of("SignedIntegers", "ReadOnlySpan<float> x, ReadOnlySpan<short> ranks, ReadOnlySpan<sbyte> signs, short label, sbyte second, short order", "float s = 0; int n = 0; for (int i = 0; i < x.Length; i++) { if (i < label) { n++; } s += signs[i] * x[i] - (ranks[i] - order) * x[i] * x[i] * (i == second ? 2 : 1); } return s * n - x[label] * second + order * x[0];"),
    ];

    private static readonly AxisCases Cases = new(Sources, days: 2, static (_, _, data, count) => data.Normal(count));

    public static TheoryData<int> Tried => Cases.Tried;

    [Theory]
    [MemberData(nameof(Tried))]
    public void ValueAndGradientsAreThoseOfTheFormula(int index) => Cases.Check(index);
}
