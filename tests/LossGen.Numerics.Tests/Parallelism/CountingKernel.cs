using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>
/// A kernel whose value depends on every position and on the order of the blocks. In the place of a gradient it counts how often each position was
/// visited. A prediction that is NaN is a fault; one that is infinite is a fault for threads of the pool, for which the others wait.
/// </summary>
internal readonly struct CountingKernel : IBlockKernel<double, int, double>
{
    public static int ScratchBytes => 64;

    public static double Run<TStore>(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<int> groundTruth,
        ReadOnlySpan<double> weights,
        Span<double> predictionGradient,
        Span<double> groundTruthGradient,
        nuint samples,
        double scale,
        nuint start,
        nuint end,
        ref byte scratch)
        where TStore : struct, IVectorStore
    {
        double sum = 0;
        for (int i = (int)start; i < (int)end; i++)
        {
            if (double.IsNaN(prediction[i]))
            {
                throw new InvalidOperationException($"Position {i}.");
            }

            if (double.IsInfinity(prediction[i]))
            {
                Thread.Sleep(Thread.CurrentThread.IsThreadPoolThread ? throw new InvalidOperationException($"Position {i}.") : 1);
            }

            predictionGradient[i]++;
            sum += prediction[i];
        }

        return sum * scale;
    }

    /// <summary>Runs the kernel; each position is to be visited once.</summary>
    public static double Sum(double[] prediction, double[] visits, int blockSize) => LargeInput.Sum<CountingKernel, double, int, double>(
        prediction, default, default, visits, default, 1, 0.1, (nuint)prediction.Length, (nuint)blockSize, 1, nuint.MaxValue);

    /// <summary>The same on one thread.</summary>
    public static double Expected(double[] prediction, int blockSize)
    {
        BlockSum sum = default;
        double[] visits = new double[prediction.Length];
        byte scratch = 0;
        for (int start = 0; start < prediction.Length; start += blockSize)
        {
            sum.Add(Run<CachedStore>(prediction, default, default, visits, default, 1, 0.1, (nuint)start, (nuint)Math.Min(start + blockSize, prediction.Length), ref scratch));
        }

        return sum.Total;
    }
}
