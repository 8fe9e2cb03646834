using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Formulas;

/// <summary>Whether a formula means the same to C#, which runs it, to the reader and to the generated class.</summary>
internal static class FormulaMeaning
{
    public static readonly double[] Points = [-2.5, -1, -0.0, 0, 0.25, 1, 3.75, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>Compares the three at all pairs of some points.</summary>
    public static void Check(string members, bool isGenerated = true)
    {
        CustomLoss loss = CustomLoss.Compile(members, isGenerated);
        foreach ((double x, double y) in Points.SelectMany(static x => Points.Select(y => (x, y))))
        {
            double expected = loss.Run(x, y);
            AssertNear(expected, loss.Evaluate(x, y), "read at", x, y);
            if (isGenerated)
            {
                AssertNear(expected, loss.Generated(x, y), "generated at", x, y);
            }
        }
    }

    public static void AssertNear(double expected, double actual, string what, double x, double y) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= 2e-6 * Math.Abs(expected),
        FormattableString.Invariant($"{actual}, not {expected}, {what} ({x}, {y})"));
}
