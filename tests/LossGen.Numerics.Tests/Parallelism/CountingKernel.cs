using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>
/// A kernel whose value depends on every position and on the order of the blocks. Instead of a gradient it counts how often each position was
/// visited. It fails at a prediction that is NaN; at one that is infinite it fails only on threads of the pool, for which the others wait.
/// </summary>
internal readonly ref struct CountingKernel(ReadOnlySpan<double> prediction, Span<double> visits) : IBlockKernel
{
    private readonly ReadOnlySpan<double> prediction = prediction;
    private readonly Span<double> visits = visits;

    public static int ScratchBytes => 64;

    public bool IsInPlace => false;

    public double Run<TStore>(nuint start, nuint end, ref byte scratch)
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

            visits[i]++;
            sum += prediction[i];
        }

        return sum * 0.1;
    }

    /// <summary>Runs the kernel; each position must be visited once.</summary>
    public static double Sum(double[] prediction, double[] visits, int blockSize)
    {
        CountingKernel kernel = new(prediction, visits);
        return LargeInput.Sum(ref kernel, (nuint)prediction.Length, (nuint)blockSize, 1, nuint.MaxValue);
    }

    /// <summary>The same on one thread.</summary>
    public static double Expected(double[] prediction, int blockSize)
    {
        BlockSum sum = default;
        CountingKernel kernel = new(prediction, new double[prediction.Length]);
        byte scratch = 0;
        for (int start = 0; start < prediction.Length; start += blockSize)
        {
            sum.Add(kernel.Run<CachedStore>((nuint)start, (nuint)Math.Min(start + blockSize, prediction.Length), ref scratch));
        }

        return sum.Total;
    }
}
