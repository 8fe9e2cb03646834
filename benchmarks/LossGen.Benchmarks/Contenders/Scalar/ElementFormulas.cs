using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>½(x − y)².</summary>
public readonly struct SquareElement<T> : IElementFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value(T x, T y) => T.CreateTruncating(0.5) * (x - y) * (x - y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative(T x, T y) => x - y;
}

/// <summary>max(1 − x·y, 0).</summary>
public readonly struct HingeElement<T> : IElementFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value(T x, T y) => x * y < T.One ? T.One - (x * y) : T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative(T x, T y) => x * y < T.One ? -y : T.Zero;
}

/// <summary>−(y·log x + (1 − y)·log(1 − x)).</summary>
public readonly struct BinaryElement<T> : IElementFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value(T x, T y) => -((y * Elementary.Log(x)) + ((T.One - y) * Elementary.Log(T.One - x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative(T x, T y) => (x - y) / (x * (T.One - x));
}

/// <summary>½(μ² + σ² − 2·log σ − 1), x being μ and y being σ.</summary>
public readonly struct GaussianElement<T> : IElementFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value(T x, T y) => (T.CreateTruncating(0.5) * ((x * x) + (y * y) - T.One)) - Elementary.Log(y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative(T x, T y) => x;
}
