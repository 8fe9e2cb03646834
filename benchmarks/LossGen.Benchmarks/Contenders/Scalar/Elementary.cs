using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>Exponential and logarithm over a type parameter, at the cost of one call: the type's own static method would be a second.</summary>
public static class Elementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float)
            ? T.CreateTruncating(MathF.Exp(float.CreateTruncating(x)))
            : T.CreateTruncating(Math.Exp(double.CreateTruncating(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float)
            ? T.CreateTruncating(MathF.Log(float.CreateTruncating(x)))
            : T.CreateTruncating(Math.Log(double.CreateTruncating(x)));
}
