using System.Globalization;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Contenders may only be compared where they compute the same.</summary>
public static class Agreement
{
    private const int Chunk = 4096;

    /// <summary>Runs each computation once and requires that it agrees with the first, in value and gradient.</summary>
    /// <exception cref="DisagreementException">Two differ by more than the rounding of either could explain.</exception>
    public static void Require(Workload workload, IReadOnlyList<IContender> contenders, IReadOnlyList<IComputation> computations)
    {
        foreach (IComputation computation in computations)
        {
            computation.Run();
        }

        // A thousand floats summed one after the other are off by about this much, and so is p − 1 where a label's p is
        // as close to 1 as these inputs let it come.
        double tolerance = workload.Element == ElementType.Double ? 1e-12 : 2e-5;
        for (int other = 1; other < computations.Count; other++)
        {
            string names = $"{workload}: {contenders[other].Name} and {contenders[0].Name} disagree";
            if (workload.HasValue)
            {
                RequireValue(computations[0].Value, computations[other].Value, tolerance, names);
            }

            if (workload.HasGradient)
            {
                RequireGradient(workload.Elements, computations[0], computations[other], tolerance, names);
            }
        }
    }

    private static void RequireValue(double expected, double actual, double tolerance, string names)
    {
        // Negated, so that a NaN fails.
        if (!(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected)))
        {
            throw new DisagreementException(string.Create(CultureInfo.InvariantCulture, $"{names} on the value: {actual:R} and {expected:R}."));
        }
    }

    private static void RequireGradient(int length, IComputation expected, IComputation actual, double tolerance, string names)
    {
        var expectedChunk = new double[Chunk];
        var actualChunk = new double[Chunk];
        for (int start = 0; start < length; start += Chunk)
        {
            int count = Math.Min(Chunk, length - start);
            expected.CopyGradient(start, expectedChunk.AsSpan(0, count));
            actual.CopyGradient(start, actualChunk.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                if (!(Math.Abs(actualChunk[i] - expectedChunk[i]) <= tolerance * Math.Abs(expectedChunk[i])))
                {
                    throw new DisagreementException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{names} on element {start + i} of the gradient: {actualChunk[i]:R} and {expectedChunk[i]:R}."));
                }
            }
        }
    }
}
