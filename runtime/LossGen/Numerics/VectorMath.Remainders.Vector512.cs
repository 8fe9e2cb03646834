using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// Both halves as in a narrower vector.
public static partial class VectorMath
{
    /// <inheritdoc cref="ExpRemainder(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpRemainder(Vector512<float> x) => Create(ExpRemainder(x.GetLower()), ExpRemainder(x.GetUpper()));

    /// <inheritdoc cref="ExpRemainder(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpRemainder(Vector512<double> x) => Create(ExpRemainder(x.GetLower()), ExpRemainder(x.GetUpper()));

    /// <inheritdoc cref="LogRemainder(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogRemainder(Vector512<float> x) => Create(LogRemainder(x.GetLower()), LogRemainder(x.GetUpper()));

    /// <inheritdoc cref="LogRemainder(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogRemainder(Vector512<double> x) => Create(LogRemainder(x.GetLower()), LogRemainder(x.GetUpper()));

    /// <inheritdoc cref="SineRemainder(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SineRemainder(Vector512<float> x) => Create(SineRemainder(x.GetLower()), SineRemainder(x.GetUpper()));

    /// <inheritdoc cref="SineRemainder(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SineRemainder(Vector512<double> x) => Create(SineRemainder(x.GetLower()), SineRemainder(x.GetUpper()));

    /// <inheritdoc cref="OneMinusCosine(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneMinusCosine(Vector512<float> x) => Create(OneMinusCosine(x.GetLower()), OneMinusCosine(x.GetUpper()));

    /// <inheritdoc cref="OneMinusCosine(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OneMinusCosine(Vector512<double> x) => Create(OneMinusCosine(x.GetLower()), OneMinusCosine(x.GetUpper()));
}
