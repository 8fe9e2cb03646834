using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// The functions of wider vectors that have no steps of their own: both halves as in a narrower one.
public static partial class VectorMath
{
    /// <inheritdoc cref="ExpM1(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x) => Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));

    /// <inheritdoc cref="Tanh(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x) => Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

    /// <inheritdoc cref="Exp2(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x) => Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));

    /// <inheritdoc cref="Exp2(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp2(Vector512<double> x) => Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));

    /// <inheritdoc cref="Pow(Vector256{double}, Vector256{double})"/>
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y) =>
        Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));

    /// <inheritdoc cref="Log2(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x) => Create(Log2(x.GetLower()), Log2(x.GetUpper()));

    /// <inheritdoc cref="Log2(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x) => Create(Log2(x.GetLower()), Log2(x.GetUpper()));

    /// <inheritdoc cref="Sin(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <inheritdoc cref="Sin(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) => Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <inheritdoc cref="Cos(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) => Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    /// <inheritdoc cref="Cos(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x) => Create(Cos(x.GetLower()), Cos(x.GetUpper()));
}
