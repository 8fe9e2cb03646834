namespace LossGen.Generator.Tests.Compiler;

/// <summary>A derivative from central differences over ever shorter steps, extrapolated to step 0 by Richardson's and Ridders's method.</summary>
/// <param name="Value">The derivative.</param>
/// <param name="Error">An estimate of its error.</param>
internal readonly record struct ExtrapolatedSlope(double Value, double Error)
{
    private const int Steps = 18;
    private const double Shorter = 1.5;

    // The function is computed to a few units in the last place.
    private const double Roundings = 4e-16;

    /// <param name="function">The function of the argument's displacement.</param>
    /// <param name="step">The longest step, over which the function is smooth.</param>
    public static ExtrapolatedSlope Of(Func<double, double> function, double step)
    {
        ExtrapolatedSlope best = new(double.NaN, double.PositiveInfinity);
        double[] before = [];
        for (int i = 0; i < Steps; i++)
        {
            double[] row = new double[i + 1];
            (double above, double below) = (function(step), function(-step));
            row[0] = (above - below) / (2 * step);
            double rounding = Roundings * Math.Max(Math.Abs(above), Math.Abs(below)) / step;
            double weight = 1;
            for (int j = 1; j <= i; j++)
            {
                weight *= Shorter * Shorter;
                row[j] = row[j - 1] + ((row[j - 1] - before[j - 1]) / (weight - 1));
                double error = Math.Max(rounding, Math.Max(Math.Abs(row[j] - row[j - 1]), Math.Abs(row[j] - before[j - 1])));
                best = error < best.Error ? new(row[j], error) : best;
            }

            before = row;
            step /= Shorter;
        }

        return best;
    }
}
