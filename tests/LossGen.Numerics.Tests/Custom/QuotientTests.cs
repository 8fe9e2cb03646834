using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Derivatives of quotients whose two terms nearly cancel far from 0: in float32 they have the digits of the one quotient that is left.</summary>
public sealed class QuotientTests
{
    private static readonly (string Value, Func<double, double, double> Slope)[] Quotients =
    [
        ("x * x / (c + x * x)", static (x, c) => 2 * x * c / Math.Pow(c + (x * x), 2)),
        ("x / (c + x)", static (x, c) => c / Math.Pow(c + x, 2)),
        ("c * x / MathF.Sqrt(1 + x * x)", static (x, c) => c / Math.Pow(1 + (x * x), 1.5)),
        ("(x * x + x) / (c + x * x)", static (x, c) => ((c * ((2 * x) + 1)) - (x * x)) / Math.Pow(c + (x * x), 2)),
    ];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(Quotients.Select(static (quotient, i) =>
        "using System; using LossGen;\n[ElementwiseLoss(Reduction = LossReduction.Sum)] public sealed partial class Quotient" + i
        + " { [Formula] private static float Value(float x, float c) => " + quotient.Value + "; }"));

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Quotients.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void TheSlopeKeepsItsDigits(int index)
    {
        double[] x = [0.01, 0.5, 3, 40, 1e3, 3e4, 1e6];
        double[] c = [.. x.Select(static (_, i) => 0.5 + i)];
        double[] slopes = new CustomLoss<float>(Compiled.Instance("Quotient" + index)).Run([x, c]).Gradients[0];
        Assert.All(x.Select((at, i) => (at, i)), each =>
        {
            double exact = Quotients[index].Slope((float)each.at, c[each.i]);
            Assert.Equal(exact, slopes[each.i], 3e-6 * Math.Abs(exact));
        });
    }
}
