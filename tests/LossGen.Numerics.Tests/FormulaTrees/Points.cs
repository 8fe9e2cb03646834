namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>Draws the points at which a formula is tried: on its constants, where it has kinks and boundaries, off them, and at extraordinary numbers.</summary>
internal static class Points
{
    // Unrolled steps, single vectors and single elements, whatever the width.
    public const int Count = 75;

    private static readonly double[] Whole = [0, 1, -1, 2, -2, 0.5, 3, 4, 20];
    private static readonly double[] Extreme = [1e-4, -1e-4, 50, -50, 100, -100, 1e3, -1e3, 1e-20, 1e10];
    private static readonly double[] Special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0];

    public static double[][] Draw(Formula formula, int seed)
    {
        Random random = new(seed);
        double[] numbers = [.. Whole, .. formula.Numbers];
        return [.. Enumerable.Range(0, Count).Select(_ => Point())];

        double[] Point()
        {
            var point = new double[formula.Inputs];
            int special = random.Next(10) == 0 ? random.Next(point.Length) : -1;
            for (int i = 0; i < point.Length; i++)
            {
                double value = i == special ? Pick(Special) : random.Next(12) switch
                {
                    < 6 => 1.5 * Normal(),
                    < 9 => Pick(numbers),
                    9 => Pick(Extreme),
                    10 when i > 0 => point[i - 1],
                    10 => Math.Abs(Normal()),
                    _ => random.NextDouble(),
                };
                point[i] = formula.Type == ValueType.Single ? (float)value : value;
            }

            return point;
        }

        double Pick(double[] from) => from[random.Next(from.Length)];

        double Normal() => Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());
    }
}
