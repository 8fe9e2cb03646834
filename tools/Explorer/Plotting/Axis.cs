using System.Globalization;

namespace LossGen.Explorer.Plotting;

/// <summary>An axis of a chart: its range, and the round numbers on it.</summary>
/// <param name="Least">Where it begins.</param>
/// <param name="Most">Where it ends.</param>
/// <param name="Ticks">The round numbers.</param>
internal sealed record Axis(double Least, double Most, IReadOnlyList<double> Ticks)
{
    private static readonly double[] s_steps = [1, 2, 2.5, 5, 10];

    /// <summary>An axis on which numbers lie, the infinite ones left out.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="ticks">About how many round numbers it has.</param>
    /// <param name="isTight">Whether it ends where they do, rather than at round numbers.</param>
    public static Axis Over(IEnumerable<double> numbers, int ticks, bool isTight = false)
    {
        double[] finite = [.. numbers.Where(double.IsFinite)];
        (double least, double most) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (!(least < most))
        {
            double margin = Math.Max(Math.Abs(least), 1) / 2;
            (least, most) = (least - margin, most + margin);
        }

        double rough = (most - least) / ticks;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * s_steps.First(step => step * power >= rough * 0.999);
        double first = isTight ? Math.Ceiling(least / step) : Math.Floor(least / step);
        double last = isTight ? Math.Floor(most / step) : Math.Ceiling(most / step);
        double[] round = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        return isTight ? new Axis(least, most, round) : new Axis(round[0], round[^1], round);
    }

    /// <summary>Where a number lies, from 0 to 1.</summary>
    public double Place(double number) => (number - Least) / (Most - Least);

    /// <summary>A number as a label.</summary>
    public static string Text(double number) => number.ToString("G5", CultureInfo.InvariantCulture).Replace('-', '−').Replace("E−0", "e−", StringComparison.Ordinal).Replace("E+0", "e", StringComparison.Ordinal);
}
