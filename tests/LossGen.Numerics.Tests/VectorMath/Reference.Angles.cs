using System.Numerics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    private const int LeastExponent = -60;
    private const int FractionBits = 256;

    private static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766e-17);
    private const double HalfPiLowest = -1.4973849048591698e-33;

    // 2^e·2/π for each exponent e of a double's last bit, from the least on, without the multiples of 4: as 4 and 256 bits.
    private static readonly BigInteger[] PowersInQuarters = MakePowersInQuarters();

    /// <summary>sin(x + quarters·π/2) of a number x.</summary>
    public static DoubleDouble Sine(double x, int quarters)
    {
        (DoubleDouble r, int subtracted) = Reduce(Math.Abs(x));
        if (x < 0)
        {
            (r, subtracted) = (-r, -subtracted);
        }

        quarters += subtracted;
        DoubleDouble result = (quarters & 1) == 0 ? SineSeries(r) : CosineSeries(r);
        return (quarters & 2) == 0 ? result : -result;
    }

    // x minus the nearest multiple of π/2, and that multiple modulo 2π.
    private static (DoubleDouble Angle, int Quarters) Reduce(double x)
    {
        if (x < 0.75)
        {
            return (x, 0);
        }

        if (x < 1 << 20)
        {
            double n = Math.Round(x / HalfPi.Hi);
            return ((DoubleDouble)x - DoubleDouble.Product(n, HalfPi.Hi) - DoubleDouble.Product(n, HalfPi.Lo) - (n * HalfPiLowest), (int)n);
        }

        int exponent = Math.ILogB(x) - 52;
        var mantissa = (long)Math.ScaleB(x, -exponent);
        BigInteger turned = (PowersInQuarters[exponent - LeastExponent] * mantissa) & ((BigInteger.One << (FractionBits + 2)) - 1);
        BigInteger quarters = (turned + (BigInteger.One << (FractionBits - 1))) >> FractionBits;
        BigInteger rest = turned - (quarters << FractionBits);
        var high = (double)rest;
        var low = (double)(rest - new BigInteger(high));
        return (new DoubleDouble(high, low).Scaled(-FractionBits) * HalfPi, (int)quarters);
    }

    private static DoubleDouble SineSeries(DoubleDouble r) => Math.Abs(r.Hi) < NegligibleCube ? r : AlternatingSeries(r * r, 1) * r;

    private static DoubleDouble CosineSeries(DoubleDouble r) => AlternatingSeries(r * r, 0);

    // 1/first! - z/(first + 2)! + …
    private static DoubleDouble AlternatingSeries(DoubleDouble z, int first)
    {
        DoubleDouble sum = 0;
        for (int k = InverseFactorials.Length - 1 - ((InverseFactorials.Length - 1 - first) & 1); k >= first; k -= 2)
        {
            sum = InverseFactorials[k] - (sum * z);
        }

        return sum;
    }

    private static BigInteger[] MakePowersInQuarters()
    {
        const int ScaleBits = 1500;
        BigInteger scale = BigInteger.One << ScaleBits;

        // Machin: π/4 = 4·arctan(1/5) - arctan(1/239)
        BigInteger pi = 4 * ((4 * InverseArctangent(5)) - InverseArctangent(239));
        BigInteger twoOverPi = ((2 * scale) << ScaleBits) / pi;
        return
        [
            .. Enumerable.Range(LeastExponent, 971 - LeastExponent + 1).Select(exponent =>
                ((twoOverPi << (exponent - LeastExponent)) >> (ScaleBits - LeastExponent - FractionBits)) & ((BigInteger.One << (FractionBits + 2)) - 1)),
        ];

        BigInteger InverseArctangent(int divisor)
        {
            BigInteger sum = 0;
            BigInteger power = scale / divisor;
            for (int k = 1; power != 0; k += 2)
            {
                sum += (k & 2) == 0 ? power / k : -(power / k);
                power /= divisor * divisor;
            }

            return sum;
        }
    }
}
