using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>Something that LossGen is meant to achieve, and what it achieved.</summary>
/// <param name="Claim">The target.</param>
/// <param name="Measured">The figure that decides.</param>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="Misses">The workloads that fall short, with the figure of each; none if it is a mean, or a single row that the claim names.</param>
public sealed record Target(string Claim, string Measured, bool IsMet, IReadOnlyList<(string Workload, string Measured)> Misses)
{
    /// <summary>A target that each of several rows has to reach; none if there are no rows.</summary>
    public static IEnumerable<Target> AtLeast(string claim, double goal, IEnumerable<(string Workload, double Value)> values, Func<double, string> text)
    {
        (string Workload, double Value)[] measured = [.. values];
        if (measured.Length > 0)
        {
            double least = measured.Min(static row => row.Value);
            yield return new Target(claim, $"at least {text(least)}", IsReached(least, goal), MissesOf(measured, value => !IsReached(value, goal), text));
        }
    }

    /// <summary>A target for the geometric mean of several rows; none if there are no rows.</summary>
    public static IEnumerable<Target> MeanAtLeast(string claim, double goal, IEnumerable<(string Workload, double Ratio)> ratios)
    {
        (string Workload, double Ratio)[] measured = [.. ratios];
        if (measured.Length > 0)
        {
            double mean = GeometricMean(measured);
            yield return new Target(claim, Times(mean), mean >= goal, []);
        }
    }

    /// <summary>A limit for a single row.</summary>
    public static Target AtMost(string claim, double limit, double value, Func<double, string> text) => new(claim, text(value), Math.Round(value, 1) <= limit, []);

    public static double GeometricMean(IEnumerable<(string Workload, double Ratio)> ratios) => Math.Exp(ratios.Average(static row => Math.Log(row.Ratio)));

    /// <summary>Whether a figure is high enough after rounding as shown: no run is accurate to a thousandth.</summary>
    public static bool IsReached(double value, double goal) => Math.Round(value, 2) >= goal;

    /// <summary>The rows that fall short, the lowest first.</summary>
    public static IReadOnlyList<(string Workload, string Measured)> MissesOf(
        IEnumerable<(string Workload, double Value)> measured, Predicate<double> misses, Func<double, string> text) =>
        [.. from row in measured where misses(row.Value) orderby row.Value select (row.Workload, text(row.Value))];

    public static string Times(double ratio) => Invariant($"{ratio:F2}x");
}
