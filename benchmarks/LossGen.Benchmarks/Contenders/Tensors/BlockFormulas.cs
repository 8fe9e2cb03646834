using System.Numerics;
using System.Numerics.Tensors;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>½(x − y)².</summary>
public readonly struct SquareBlock<T> : IBlockFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Value(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> scratch)
    {
        TensorPrimitives.Subtract(x, y, scratch);
        return T.CreateTruncating(0.5) * TensorPrimitives.SumOfSquares<T>(scratch);
    }

    public static void Gradient(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T scale, Span<T> gradient, Span<T> scratch)
    {
        TensorPrimitives.Subtract(x, y, gradient);
        TensorPrimitives.Multiply(gradient, scale, gradient);
    }
}

/// <summary>max(1 − x·y, 0).</summary>
public readonly struct HingeBlock<T> : IBlockFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Value(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> scratch)
    {
        Violations(x, y, scratch);
        return TensorPrimitives.Sum<T>(scratch);
    }

    public static void Gradient(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T scale, Span<T> gradient, Span<T> scratch)
    {
        // 1 where the margin is violated, however little, and 0 elsewhere: no function compares and selects.
        Violations(x, y, scratch);
        TensorPrimitives.Min(scratch, T.One, scratch);
        TensorPrimitives.Ceiling(scratch, scratch);
        TensorPrimitives.Multiply(scratch, -scale, scratch);
        TensorPrimitives.Multiply(scratch, y, gradient);
    }

    private static void Violations(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> violations)
    {
        TensorPrimitives.Multiply(x, y, violations);
        TensorPrimitives.Subtract(T.One, violations, violations);
        TensorPrimitives.Max(violations, T.Zero, violations);
    }
}

/// <summary>−(y·log x + (1 − y)·log(1 − x)).</summary>
public readonly struct BinaryBlock<T> : IBlockFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Value(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> scratch)
    {
        TensorPrimitives.Log(x, scratch);
        T value = TensorPrimitives.Dot<T>(scratch, y);
        TensorPrimitives.Subtract(T.One, x, scratch);
        TensorPrimitives.Log(scratch, scratch);
        return TensorPrimitives.Dot<T>(scratch, y) - TensorPrimitives.Sum<T>(scratch) - value;
    }

    public static void Gradient(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T scale, Span<T> gradient, Span<T> scratch)
    {
        TensorPrimitives.Subtract(T.One, x, scratch);
        TensorPrimitives.Multiply(scratch, x, scratch);
        TensorPrimitives.Subtract(x, y, gradient);
        TensorPrimitives.Divide(gradient, scratch, gradient);
        TensorPrimitives.Multiply(gradient, scale, gradient);
    }
}

/// <summary>½(μ² + σ² − 2·log σ − 1), x being μ and y being σ.</summary>
public readonly struct GaussianBlock<T> : IBlockFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Value(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> scratch)
    {
        TensorPrimitives.Log(y, scratch);
        T squares = TensorPrimitives.SumOfSquares(x) + TensorPrimitives.SumOfSquares(y);
        return (T.CreateTruncating(0.5) * (squares - T.CreateTruncating(x.Length))) - TensorPrimitives.Sum<T>(scratch);
    }

    public static void Gradient(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T scale, Span<T> gradient, Span<T> scratch) =>
        TensorPrimitives.Multiply(x, scale, gradient);
}
