using System.Numerics;

namespace LossGen.Numerics.Tests.Rules;

/// <summary>m·2ᵉ, m of up to 320 bits: after terms cancel to within 60 digits, the rest still shows how many of float64's digits are right.</summary>
internal readonly record struct Precise(BigInteger Mantissa, int Exponent) : IComparable<Precise>
{
    private const int Bits = 320;

    public static Precise Zero { get; } = new(0, 0);

    public static Precise One { get; } = new(1, 0);

    public static Precise LogOfTwo { get; } = 2 * Artanh(One / 3);

    private static Precise Pi { get; } = (16 * Artan(One / 5)) - (4 * Artan(One / 239));

    public int Sign => Mantissa.Sign;

    public bool IsZero => Mantissa.IsZero;

    // The power of two below it.
    private int Magnitude => (int)(BigInteger.Abs(Mantissa).GetBitLength() - 1) + Exponent;

    public static implicit operator Precise(int value) => new(value, 0);

    public static implicit operator Precise(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = (bits & 0xFFFFFFFFFFFFFL) | (exponent == 0 ? 0 : 1L << 52);
        return double.IsFinite(value) ? Rounded(value < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075) : throw new ArgumentOutOfRangeException(nameof(value), value, "No number.");
    }

    public static explicit operator double(Precise value)
    {
        int excess = (int)BigInteger.Abs(value.Mantissa).GetBitLength() - 60;
        return excess > 0 ? Math.ScaleB((double)(value.Mantissa >> excess), value.Exponent + excess) : Math.ScaleB((double)value.Mantissa, value.Exponent);
    }

    public static Precise operator -(Precise a) => a with { Mantissa = -a.Mantissa };

    public static Precise operator +(Precise a, Precise b)
    {
        if (a.IsZero || b.IsZero)
        {
            return a.IsZero ? b : a;
        }

        // A number below the last bit of the other changes nothing.
        if (Math.Abs(a.Magnitude - b.Magnitude) > 2 * Bits)
        {
            return a.Magnitude > b.Magnitude ? a : b;
        }

        int exponent = Math.Min(a.Exponent, b.Exponent);
        return Rounded((a.Mantissa << (a.Exponent - exponent)) + (b.Mantissa << (b.Exponent - exponent)), exponent);
    }

    public static Precise operator -(Precise a, Precise b) => a + -b;

    public static Precise operator *(Precise a, Precise b) => Rounded(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

    public static Precise operator /(Precise a, Precise b) =>
        b.IsZero ? throw new DivideByZeroException() : Rounded((a.Mantissa << (2 * Bits)) / b.Mantissa, a.Exponent - b.Exponent - (2 * Bits));

    public static bool operator <(Precise a, Precise b) => (a - b).Sign < 0;

    public static bool operator >(Precise a, Precise b) => b < a;

    public static Precise Abs(Precise a) => a with { Mantissa = BigInteger.Abs(a.Mantissa) };

    public static Precise Sqrt(Precise a)
    {
        if (a.Sign <= 0)
        {
            return a.IsZero ? a : throw new ArithmeticException("The root of a negative number.");
        }

        Precise root = Math.Sqrt((double)(a with { Exponent = a.Exponent - (a.Magnitude & ~1) }));
        root = root with { Exponent = root.Exponent + (a.Magnitude >> 1) };
        for (int i = 0; i < 4; i++)
        {
            root = (root + (a / root)) / 2;
        }

        return root;
    }

    public static Precise Exp(Precise a)
    {
        // exp(a) = 2ⁿ·exp(r/2¹⁶) to the power 2¹⁶.
        const int Halvings = 16;
        BigInteger n = a.IsZero ? 0 : (BigInteger)Math.Round((double)(a / LogOfTwo));
        Precise r = a - (new Precise(n, 0) * LogOfTwo);
        r = r with { Exponent = r.Exponent - Halvings };
        Precise sum = One;
        Precise term = One;
        for (int k = 1; k <= 24; k++)
        {
            term = term * r / k;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
        {
            sum *= sum;
        }

        return sum with { Exponent = checked(sum.Exponent + (int)n) };
    }

    public static Precise Log(Precise a)
    {
        if (a.Sign <= 0)
        {
            throw new ArithmeticException("The logarithm of no positive number.");
        }

        int magnitude = a.Magnitude;
        Precise scaled = a with { Exponent = a.Exponent - magnitude };
        return (2 * Artanh((scaled - 1) / (scaled + 1))) + (magnitude * LogOfTwo);
    }

    public static Precise Sin(Precise a) => Alternating(a, a, 2);

    public static Precise Cos(Precise a) => Alternating(One, a, 1);

    /// <summary>½ + 1/√(2π)·Σ (−1)ᵏ·x²ᵏ⁺¹/(2ᵏ·k!·(2k + 1)), for x of a few units.</summary>
    public static Precise NormalCdf(Precise a)
    {
        Precise sum = Zero;
        Precise power = a;
        for (int k = 0; k < 400; k++)
        {
            sum += power / ((2 * k) + 1);
            power = -(power * a * a / (2 * (k + 1)));
        }

        return (One / 2) + (sum / Sqrt(2 * Pi));
    }

    public int CompareTo(Precise other) => (this - other).Sign;

    public override string ToString() => ((double)this).ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    // first − first·a²/(k(k + 1)) + …
    private static Precise Alternating(Precise first, Precise a, int k)
    {
        Precise sum = first;
        Precise term = first;
        for (; k < 200; k += 2)
        {
            term = -(term * a * a / (k * (k + 1)));
            sum += term;
        }

        return sum;
    }

    // For arguments of at most a third, like the other one.
    private static Precise Artanh(Precise a) => OddPowers(a, a * a);

    private static Precise Artan(Precise a) => OddPowers(a, -(a * a));

    // a + a·square/3 + a·square²/5 + …
    private static Precise OddPowers(Precise a, Precise square)
    {
        Precise sum = Zero;
        Precise power = a;
        for (int k = 1; k < 2 * Bits / 3; k += 2)
        {
            sum += power / k;
            power *= square;
        }

        return sum;
    }

    private static Precise Rounded(BigInteger mantissa, int exponent)
    {
        int excess = (int)BigInteger.Abs(mantissa).GetBitLength() - Bits;
        return mantissa.IsZero ? new(0, 0) : excess > 0 ? new(mantissa >> excess, exponent + excess) : new(mantissa, exponent);
    }
}
