using System.Globalization;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Contenders may be compared only if they compute the same as a reference.</summary>
/// <param name="workload">What they compute, for messages.</param>
/// <param name="reference">The reference, which has computed it.</param>
/// <param name="unit">The unit of rounding for terms of the gradient that cancel, such as p − 1.</param>
public sealed class Agreement(string workload, IComputation reference, double unit)
{
    private const int Chunk = 4096;

    private readonly double[] expected = new double[Chunk];
    private readonly double[] actual = new double[Chunk];

    /// <summary>Requires a computation's value to equal the reference's.</summary>
    /// <exception cref="DisagreementException">It differs by more than its rounding could explain.</exception>
    public void RequireValue(string contender, IComputation computation, double tolerance) =>
        RequireEqual(computation.Value, reference.Value, tolerance * Math.Abs(reference.Value), $"{contender}'s value");

    /// <summary>Requires the given number of elements of a computation's gradient to equal the reference's.</summary>
    /// <exception cref="DisagreementException">One differs by more than its rounding could explain.</exception>
    public void RequireGradient(string contender, IComputation computation, double tolerance, int elements)
    {
        for (int start = 0; start < elements; start += Chunk)
        {
            int count = Math.Min(Chunk, elements - start);
            reference.CopyGradient(start, expected.AsSpan(0, count));
            computation.CopyGradient(start, actual.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                double limit = tolerance * (Math.Abs(expected[i]) + unit);
                if (!(Math.Abs(actual[i] - expected[i]) <= limit))
                {
                    RequireEqual(actual[i], expected[i], limit, $"element {start + i} of {contender}'s gradient");
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
