using System.Globalization;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Contenders may only be compared where they compute the same: what plain loops compute in float64.</summary>
public sealed class Agreement(Workload workload, IComputation reference)
{
    private const int Chunk = 4096;
    private const double ToleranceOfDoubles = 1e-11;

    private readonly double[] expected = new double[Chunk];
    private readonly double[] actual = new double[Chunk];

    /// <summary>Runs a computation once and requires that it computes what the reference did.</summary>
    /// <exception cref="DisagreementException">It differs by more than its rounding could explain.</exception>
    public void Require(IContender contender, IComputation computation)
    {
        computation.Run();
        double tolerance = workload.IsDouble ? ToleranceOfDoubles : contender.Tolerance;
        if (workload.HasValue)
        {
            RequireEqual(computation.Value, reference.Value, tolerance * Math.Abs(reference.Value), $"{contender.Name}'s value");
        }

        if (workload.HasGradient)
        {
            RequireGradient(contender, computation, tolerance);
        }
    }

    private void RequireGradient(IContender contender, IComputation computation, double tolerance)
    {
        // What terms that cancel, such as p − 1, are rounded in.
        double unit = 1.0 / workload.Shape.Divisor;
        for (int start = 0; start < workload.Shape.Elements; start += Chunk)
        {
            int count = Math.Min(Chunk, workload.Shape.Elements - start);
            reference.CopyGradient(start, expected.AsSpan(0, count));
            computation.CopyGradient(start, actual.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                double limit = tolerance * (Math.Abs(expected[i]) + unit);
                if (!(Math.Abs(actual[i] - expected[i]) <= limit))
                {
                    RequireEqual(actual[i], expected[i], limit, $"element {start + i} of {contender.Name}'s gradient");
                }
            }
        }
    }

    private void RequireEqual(double actualResult, double expectedResult, double limit, string what)
    {
        // Negated, so that a NaN fails.
        if (!(Math.Abs(actualResult - expectedResult) <= limit))
        {
            throw new DisagreementException(string.Create(
                CultureInfo.InvariantCulture,
                $"{workload}: {what} is {actualResult:R}, not {expectedResult:R}."));
        }
    }
}
