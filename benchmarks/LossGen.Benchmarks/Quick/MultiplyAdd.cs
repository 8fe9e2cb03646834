using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Fused multiply-adds of floats and nothing else, in the widest vectors that are accelerated: the most arithmetic that one core can do. One lane of one
/// of them is a slot.
/// </summary>
public static class MultiplyAdd
{
    private const int Steps = 50_000;

    // As many as the latency and the number of units require.
    private const int Chains = 10;

    // Read, so that the loop is not optimised away.
    private static float result;

    /// <summary>The width of the vectors.</summary>
    public static int Bits => Vector512.IsHardwareAccelerated ? 512 : 256;

    /// <summary>The slots of a run.</summary>
    public static double Slots => (double)Steps * Chains * Bits / (8 * sizeof(float));

    public static void Run() => result = Vector512.IsHardwareAccelerated ? Run<Vector512<float>, Of512>() : Run<Vector256<float>, Of256>();

    private static float Run<TVector, TWidth>()
        where TVector : struct
        where TWidth : struct, IWidth<TVector>
    {
        TVector factor = TWidth.Create(0.999f);
        TVector term = TWidth.Create(0.001f);
        TVector a = term, b = term, c = term, d = term, e = term, f = term, g = term, h = term, i = term, j = term;
        for (int step = 0; step < Steps; step++)
        {
            a = TWidth.MultiplyAdd(a, factor, term);
            b = TWidth.MultiplyAdd(b, factor, term);
            c = TWidth.MultiplyAdd(c, factor, term);
            d = TWidth.MultiplyAdd(d, factor, term);
            e = TWidth.MultiplyAdd(e, factor, term);
            f = TWidth.MultiplyAdd(f, factor, term);
            g = TWidth.MultiplyAdd(g, factor, term);
            h = TWidth.MultiplyAdd(h, factor, term);
            i = TWidth.MultiplyAdd(i, factor, term);
            j = TWidth.MultiplyAdd(j, factor, term);
        }

        return TWidth.Sum(a) + TWidth.Sum(b) + TWidth.Sum(c) + TWidth.Sum(d) + TWidth.Sum(e) + TWidth.Sum(f) + TWidth.Sum(g) + TWidth.Sum(h) + TWidth.Sum(i) + TWidth.Sum(j);
    }

    private interface IWidth<TVector>
    {
        static abstract TVector Create(float value);

        static abstract TVector MultiplyAdd(TVector x, TVector factor, TVector term);

        static abstract float Sum(TVector x);
    }

    private readonly struct Of256 : IWidth<Vector256<float>>
    {
        public static Vector256<float> Create(float value) => Vector256.Create(value);

        public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> factor, Vector256<float> term) => Vector256.FusedMultiplyAdd(x, factor, term);

        public static float Sum(Vector256<float> x) => Vector256.Sum(x);
    }

    private readonly struct Of512 : IWidth<Vector512<float>>
    {
        public static Vector512<float> Create(float value) => Vector512.Create(value);

        public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> factor, Vector512<float> term) => Vector512.FusedMultiplyAdd(x, factor, term);

        public static float Sum(Vector512<float> x) => Vector512.Sum(x);
    }
}
