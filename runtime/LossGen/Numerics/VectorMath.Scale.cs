using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen;

// Multiplication by 2^n, as one instruction where the machine has it. It rounds once, as the steps do: the bits are the same.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ScaleDown(Vector256<float> value, Vector256<float> shifted, Vector256<float> n) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.Scale(value, n) : ScaleInSteps(value, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ScaleDown(Vector256<double> value, Vector256<double> shifted, Vector256<double> n) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.Scale(value, n) : ScaleInSteps(value, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ScaleDown(Vector512<float> value, Vector512<float> shifted, Vector512<float> n) =>
        Avx512F.IsSupported ? Avx512F.Scale(value, n) : ScaleInSteps(value, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ScaleDown(Vector512<double> value, Vector512<double> shifted, Vector512<double> n) =>
        Avx512F.IsSupported ? Avx512F.Scale(value, n) : ScaleInSteps(value, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OnePlusScaled(Vector256<float> r, Vector256<float> quotient, Vector256<float> shifted) => Avx512F.VL.IsSupported
        ? Avx512F.VL.Scale(Vector256.FusedMultiplyAdd(r, quotient, Vector256.Create(1f)), shifted - Vector256.Create(ExpSingle.Rounder))
        : OnePlusInHalves(r, quotient, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OnePlusScaled(Vector256<double> r, Vector256<double> quotient, Vector256<double> shifted) => Avx512F.VL.IsSupported
        ? Avx512F.VL.Scale(Vector256.FusedMultiplyAdd(r, quotient, Vector256.Create(1.0)), shifted - Vector256.Create(ExpDouble.Rounder))
        : OnePlusInHalves(r, quotient, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> OnePlusScaled(Vector512<float> r, Vector512<float> quotient, Vector512<float> shifted) => Avx512F.IsSupported
        ? Avx512F.Scale(Vector512.FusedMultiplyAdd(r, quotient, Vector512.Create(1f)), shifted - Vector512.Create(ExpSingle.Rounder))
        : OnePlusInHalves(r, quotient, shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> OnePlusScaled(Vector512<double> r, Vector512<double> quotient, Vector512<double> shifted) => Avx512F.IsSupported
        ? Avx512F.Scale(Vector512.FusedMultiplyAdd(r, quotient, Vector512.Create(1.0)), shifted - Vector512.Create(ExpDouble.Rounder))
        : OnePlusInHalves(r, quotient, shifted);
}
