using System.Numerics;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests;

/// <summary>Loads of integers and truth values as lanes: the numbers that C# converts them to, at both widths, from any place.</summary>
public sealed class IntegerLoadTests
{
    [Fact]
    public void SignedBytes() => Check([.. Enumerable.Range(sbyte.MinValue, 256).Select(static value => (sbyte)value)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    [Fact]
    public void Bytes() => Check([.. Enumerable.Range(0, 256).Select(static value => (byte)value)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    [Fact]
    public void SignedShorts() => Check([.. Enumerable.Range(short.MinValue, 65536).Select(static value => (short)value)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    [Fact]
    public void Shorts() => Check([.. Enumerable.Range(0, 65536).Select(static value => (ushort)value)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    [Fact]
    public void Integers() => Check([.. Bits().Select(static bits => (int)bits)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    [Fact]
    public void UnsignedIntegers() => Check([.. Bits().Select(static bits => (uint)bits)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    // Integers that a double does not hold go through one to a float, as C#'s conversion need not.
    [Fact]
    public void LongIntegers() => Check([.. Bits().Select(static bits => (long)bits >> 11)], Lanes.LoadSingle256, Lanes.LoadDouble256, Lanes.LoadSingle512, Lanes.LoadDouble512);

    // Around every power of two, halfway between neighbouring floats, and at random.
    private static IEnumerable<ulong> Bits()
    {
        Random random = new(5);
        for (int power = 0; power < 64; power++)
        {
            foreach (int step in (int[])[-3, -2, -1, 0, 1, 2, 3])
            {
                yield return (1UL << power) + (ulong)step;
            }

            for (int i = 0; i < 500; i++)
            {
                yield return (ulong)random.NextInt64() >> power;
                yield return ((ulong)random.NextInt64() >> power) | 1UL << 31;
                yield return (uint)random.NextInt64() & ~0x7FUL | 0x80;
            }
        }
    }

    private delegate TVector Load<T, TVector>(ref T source, nuint index);

    private static void Check<T>(
        T[] values,
        Load<T, Vector256<float>> single256,
        Load<T, Vector256<double>> double256,
        Load<T, Vector512<float>> single512,
        Load<T, Vector512<double>> double512)
        where T : unmanaged, INumber<T>
    {
        foreach (int start in Enumerable.Range(0, values.Length - 15).Where(static start => start % 16 is 0 or 7 || start < 300))
        {
            float[] singles = [.. values[start..(start + 16)].Select(static value => (float)double.CreateChecked(value))];
            double[] doubles = [.. values[start..(start + 16)].Select(double.CreateChecked)];
            ref T first = ref values[0];
            nuint index = (nuint)start;
            Assert.Equal(Vector512.Create(singles), single512(ref first, index));
            Assert.Equal(Vector256.Create(singles), single256(ref first, index));
            Assert.Equal(Vector512.Create(doubles), double512(ref first, index));
            Assert.Equal(Vector256.Create(doubles), double256(ref first, index));
        }
    }
}
