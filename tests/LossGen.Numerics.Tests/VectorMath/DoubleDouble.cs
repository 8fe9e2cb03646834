namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// An unevaluated sum <c>Hi + Lo</c> with |Lo| at most half an ulp of Hi: about 106 bits. Each operation is good to a few
/// units of 2^-104, provided nothing overflows and no product falls near the subnormals.
/// </summary>
internal readonly record struct DoubleDouble(double Hi, double Lo)
{
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.Hi, -a.Lo);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        (double high, double highError) = TwoSum(a.Hi, b.Hi);
        (double low, double lowError) = TwoSum(a.Lo, b.Lo);
        (high, low) = FastTwoSum(high, highError + low);
        return Normalized(high, low + lowError);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble product = Product(a.Hi, b.Hi);
        return Normalized(product.Hi, product.Lo + Math.FusedMultiplyAdd(a.Hi, b.Lo, a.Lo * b.Hi));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        // Long division with three "digits" of 53 bits; the third only rounds the second.
        double first = a.Hi / b.Hi;
        DoubleDouble rest = a - (b * first);
        double second = rest.Hi / b.Hi;
        rest -= b * second;
        return Normalized(first, second) + (rest.Hi / b.Hi);
    }

    /// <summary>a·b without any error.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double high = a * b;
        return new(high, Math.FusedMultiplyAdd(a, b, -high));
    }

    /// <summary>a + b without any error, in whatever order of size.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        (double high, double low) = TwoSum(a, b);
        return new(high, low);
    }

    /// <summary>This · 2^<paramref name="exponent"/>.</summary>
    public DoubleDouble Scaled(int exponent) => new(Math.ScaleB(Hi, exponent), Math.ScaleB(Lo, exponent));

    private static DoubleDouble Normalized(double high, double low)
    {
        (high, low) = FastTwoSum(high, low);
        return new(high, low);
    }

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        double sum = a + b;
        double partOfB = sum - a;
        return (sum, (a - (sum - partOfB)) + (b - partOfB));
    }

    // Needs |a| >= |b| (or a = 0).
    private static (double Sum, double Error) FastTwoSum(double a, double b)
    {
        double sum = a + b;
        return (sum, b - (sum - a));
    }
}
