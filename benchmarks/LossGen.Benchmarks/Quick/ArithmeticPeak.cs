using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Quick;

/// <summary>The arithmetic peak of this machine: the limit of every loss on tensors that stay in the caches.</summary>
/// <param name="Operations">Multiplications and additions of floats, 10⁹ per second, fused and in vectors of 256 bits.</param>
public sealed record ArithmeticPeak(double Operations)
{
    private const int Steps = 100_000;

    // As many as the latency and the number of units require.
    private const int Chains = 10;

    private const int OperationsInStep = Chains * 2 * 8;

    // Read, so that the loop is not optimised away.
    private static Vector256<float> result;

    public static ArithmeticPeak Measure() =>
        new((double)Steps * OperationsInStep / InterleavedTimer.Median(InterleavedTimer.Time(MultiplyAndAdd)[0]));

    private static void MultiplyAndAdd()
    {
        Vector256<float> factor = Vector256.Create(0.999f);
        Vector256<float> term = Vector256.Create(0.001f);
        Vector256<float> a = term, b = term, c = term, d = term, e = term, f = term, g = term, h = term, i = term, j = term;
        for (int step = 0; step < Steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, term);
            b = Vector256.FusedMultiplyAdd(b, factor, term);
            c = Vector256.FusedMultiplyAdd(c, factor, term);
            d = Vector256.FusedMultiplyAdd(d, factor, term);
            e = Vector256.FusedMultiplyAdd(e, factor, term);
            f = Vector256.FusedMultiplyAdd(f, factor, term);
            g = Vector256.FusedMultiplyAdd(g, factor, term);
            h = Vector256.FusedMultiplyAdd(h, factor, term);
            i = Vector256.FusedMultiplyAdd(i, factor, term);
            j = Vector256.FusedMultiplyAdd(j, factor, term);
        }

        result = a + b + c + d + e + f + g + h + i + j;
    }
}
