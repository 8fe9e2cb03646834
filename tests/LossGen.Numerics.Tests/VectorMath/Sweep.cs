using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>Runs a function over many arguments, always the same ones, on all cores.</summary>
internal static class Sweep
{
    private const long AllPatterns = 1L << 32;
    private const int ChunkLength = 1 << 16;

    // More than a float's last digit above the largest.
    private const double BeyondFloats = 3.403e38;
    private const double SmallestNormal = 1.1754943508222875e-38;

    // A hundred times what an estimate may be off.
    private const double EstimateInUlps = 1e-6;

    /// <summary>The worst error over every <paramref name="stride"/>-th float: including infinities and NaNs.</summary>
    public static Worst Singles<TFunction>(int stride, CancellationToken cancellation)
        where TFunction : IFunction
    {
        long count = AllPatterns / stride;
        double worstOfAll = 0;
        return OverChunks(count, cancellation, (first, length) =>
        {
            Worst worst = Worst.None;
            double shown = Volatile.Read(ref worstOfAll);
            for (long i = first; i < first + length; i += Vector256<float>.Count)
            {
                Vector256<float> x = Vector256.Create((uint)(i * stride)).AsSingle();
                x = (x.AsUInt32() + (Vector256<uint>.Indices * (uint)stride)).AsSingle();
                Vector256<float> result = TFunction.Run(x);
                for (int lane = 0; lane < Vector256<float>.Count; lane++)
                {
                    // The exact result takes ten times as long as everything else: an estimate says where it may be the worst so far.
                    if (!(DistanceInUlps(result[lane], TFunction.Estimate(x[lane])) + EstimateInUlps < shown))
                    {
                        worst = worst.Or(TFunction.Exact(x[lane]).ErrorInUlps(result[lane]), x[lane]);
                        shown = Math.Max(shown, worst.Error);
                    }
                }
            }

            // Of two chunks that end together one may be forgotten, which only costs time.
            Volatile.Write(ref worstOfAll, Math.Max(shown, Volatile.Read(ref worstOfAll)));
            return worst;
        });
    }

    // 0 where both are beyond the largest float; otherwise NaN or infinite unless both are finite.
    private static double DistanceInUlps(float result, double estimate)
    {
        const long Exponent = 0x7FF0_0000_0000_0000;
        if (float.IsInfinity(result) && Math.Abs(estimate) > BeyondFloats && result > 0 == estimate > 0)
        {
            return 0;
        }

        double power = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(estimate) & Exponent);
        return Math.Abs(result - estimate) * (1 << 23) / Math.Max(power, SmallestNormal);
    }

    /// <summary>The worst error over <paramref name="count"/> doubles of all families of the function.</summary>
    public static Worst Doubles<TFunction>(long count, CancellationToken cancellation)
        where TFunction : IFunction =>
        OverChunks(count, cancellation, (first, length) =>
        {
            var random = new Random((int)(first / ChunkLength));
            Worst worst = Worst.None;
            for (int i = 0; i < length; i += Vector256<double>.Count)
            {
                Vector256<double> x = Vector256.Create(
                    TFunction.Sample(random, i),
                    TFunction.Sample(random, i + 1),
                    TFunction.Sample(random, i + 2),
                    TFunction.Sample(random, i + 3));
                Vector256<double> result = TFunction.Run(x);
                for (int lane = 0; lane < Vector256<double>.Count; lane++)
                {
                    worst = worst.Or(TFunction.Exact(x[lane]).ErrorInUlps(result[lane]), x[lane]);
                }
            }

            return worst;
        });

    /// <summary>The worst error over the numbers from 0 on, given to <paramref name="run"/> in chunks: the first number and the count.</summary>
    public static Worst OverChunks(long count, CancellationToken cancellation, Func<long, long, Worst> run)
    {
        var results = new Worst[(count + ChunkLength - 1) / ChunkLength];
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, results.Length, options, chunk =>
        {
            long first = (long)chunk * ChunkLength;
            results[chunk] = run(first, Math.Min(ChunkLength, count - first));
        });
        return results.Aggregate(Worst.None, (a, b) => a.Or(b.Error, b.Argument));
    }

    /// <summary>The largest error seen and where.</summary>
    internal readonly record struct Worst(double Error, double Argument)
    {
        public static Worst None => new(0, 0);

        public Worst Or(double error, double argument) => error > Error ? new(error, argument) : this;

        public override string ToString() => FormattableString.Invariant($"{Error:F4} ULP at {Argument:R}");
    }
}
