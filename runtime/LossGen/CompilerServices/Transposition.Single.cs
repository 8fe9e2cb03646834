using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

internal static partial class Transposition
{
    // A block: the lanes of a vector by those of its half.
    private const uint SingleLocations = 8;
    private const uint SingleClasses = 4;

    private static void ToRows(ref float locations, nuint classes, nuint count, ref float rows, nuint width)
    {
        for (nuint l = 0; ; l = nuint.Min(l + SingleLocations, count - SingleLocations))
        {
            ref float location = ref Unsafe.Add(ref locations, l * classes);
            ref float lane = ref Unsafe.Add(ref rows, l);
            if (classes == 2)
            {
                PairsToRows(ref location, ref lane, width);
            }
            else if (classes == 3)
            {
                TriplesToRows(ref location, ref lane, width);
            }
            else
            {
                for (nuint c = 0; ; c = nuint.Min(c + SingleClasses, classes - SingleClasses))
                {
                    BlockToRows(ref Unsafe.Add(ref location, c), classes, ref Unsafe.Add(ref lane, c * width), width);
                    if (c == classes - SingleClasses)
                    {
                        break;
                    }
                }
            }

            if (l == count - SingleLocations)
            {
                return;
            }
        }
    }

    private static void FromRows(ref float rows, nuint width, nuint classes, nuint count, ref float locations)
    {
        for (nuint l = 0; ; l = nuint.Min(l + SingleLocations, count - SingleLocations))
        {
            ref float location = ref Unsafe.Add(ref locations, l * classes);
            ref float lane = ref Unsafe.Add(ref rows, l);
            if (classes == 2)
            {
                PairsFromRows(ref lane, width, ref location);
            }
            else if (classes == 3)
            {
                TriplesFromRows(ref lane, width, ref location);
            }
            else
            {
                for (nuint c = 0; ; c = nuint.Min(c + SingleClasses, classes - SingleClasses))
                {
                    BlockFromRows(ref Unsafe.Add(ref lane, c * width), width, ref Unsafe.Add(ref location, c), classes);
                    if (c == classes - SingleClasses)
                    {
                        break;
                    }
                }
            }

            if (l == count - SingleLocations)
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BlockToRows(ref float location, nuint classes, ref float row, nuint width)
    {
        ref float fourth = ref Unsafe.Add(ref location, 4 * classes);
        Vector256<float> a = LoadHalves(ref location, ref fourth, 0);
        Vector256<float> b = LoadHalves(ref location, ref fourth, classes);
        Vector256<float> c = LoadHalves(ref location, ref fourth, 2 * classes);
        Vector256<float> d = LoadHalves(ref location, ref fourth, 3 * classes);
        (a, b, c, d) = TransposeHalves(a, b, c, d);
        a.StoreUnsafe(ref row);
        b.StoreUnsafe(ref row, width);
        c.StoreUnsafe(ref row, 2 * width);
        d.StoreUnsafe(ref row, 3 * width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BlockFromRows(ref float row, nuint width, ref float location, nuint classes)
    {
        Vector256<float> a = Vector256.LoadUnsafe(ref row);
        Vector256<float> b = Vector256.LoadUnsafe(ref row, width);
        Vector256<float> c = Vector256.LoadUnsafe(ref row, 2 * width);
        Vector256<float> d = Vector256.LoadUnsafe(ref row, 3 * width);
        (a, b, c, d) = TransposeHalves(a, b, c, d);
        ref float fourth = ref Unsafe.Add(ref location, 4 * classes);
        StoreHalves(a, ref location, ref fourth, 0);
        StoreHalves(b, ref location, ref fourth, classes);
        StoreHalves(c, ref location, ref fourth, 2 * classes);
        StoreHalves(d, ref location, ref fourth, 3 * classes);
    }

    // a0 b0 a1 b1 and a2 b2 a3 b3 in the lower halves, the next four locations in the upper ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PairsToRows(ref float location, ref float row, nuint width)
    {
        ref float fourth = ref Unsafe.Add(ref location, 4 * 2);
        Vector256<float> first = LoadHalves(ref location, ref fourth, 0);
        Vector256<float> second = LoadHalves(ref location, ref fourth, 4);
        Avx.Shuffle(first, second, 0b10_00_10_00).StoreUnsafe(ref row);
        Avx.Shuffle(first, second, 0b11_01_11_01).StoreUnsafe(ref row, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PairsFromRows(ref float row, nuint width, ref float location)
    {
        Vector256<float> a = Vector256.LoadUnsafe(ref row);
        Vector256<float> b = Vector256.LoadUnsafe(ref row, width);
        ref float fourth = ref Unsafe.Add(ref location, 4 * 2);
        StoreHalves(Avx.UnpackLow(a, b), ref location, ref fourth, 0);
        StoreHalves(Avx.UnpackHigh(a, b), ref location, ref fourth, 4);
    }

    // a0 b0 c0 a1, b1 c1 a2 b2 and c2 a3 b3 c3: each class has one element in every lane of the three, but not in order. The same exchange restores
    // the order and undoes it: a1 and a3, b0 and b1 as well as b2 and b3, c0 and c2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TriplesToRows(ref float location, ref float row, nuint width)
    {
        ref float fourth = ref Unsafe.Add(ref location, 4 * 3);
        Vector256<float> first = LoadHalves(ref location, ref fourth, 0);
        Vector256<float> second = LoadHalves(ref location, ref fourth, 4);
        Vector256<float> third = LoadHalves(ref location, ref fourth, 8);
        ExchangeOdd(Pick(first, third, second)).StoreUnsafe(ref row);
        ExchangeNeighbours(Pick(second, first, third)).StoreUnsafe(ref row, width);
        ExchangeEven(Pick(third, second, first)).StoreUnsafe(ref row, 2 * width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TriplesFromRows(ref float row, nuint width, ref float location)
    {
        Vector256<float> a = ExchangeOdd(Vector256.LoadUnsafe(ref row));
        Vector256<float> b = ExchangeNeighbours(Vector256.LoadUnsafe(ref row, width));
        Vector256<float> c = ExchangeEven(Vector256.LoadUnsafe(ref row, 2 * width));
        ref float fourth = ref Unsafe.Add(ref location, 4 * 3);
        StoreHalves(Pick(a, b, c), ref location, ref fourth, 0);
        StoreHalves(Pick(b, c, a), ref location, ref fourth, 4);
        StoreHalves(Pick(c, a, b), ref location, ref fourth, 8);
    }

    // In each half, lanes 0 and 3 of the first, lane 1 of the second and lane 2 of the third.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pick(Vector256<float> outer, Vector256<float> one, Vector256<float> two) =>
        Avx.Blend(Avx.Blend(outer, one, 0b0010_0010), two, 0b0100_0100);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExchangeOdd(Vector256<float> lanes) => Avx.Permute(lanes, 0b01_10_11_00);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExchangeNeighbours(Vector256<float> lanes) => Avx.Permute(lanes, 0b10_11_00_01);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExchangeEven(Vector256<float> lanes) => Avx.Permute(lanes, 0b11_00_01_10);

    // Each half is a 4 × 4 matrix with one row in each vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) TransposeHalves(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        Vector256<double> abLow = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> abHigh = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> cdLow = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        return (
            Avx.UnpackLow(abLow, cdLow).AsSingle(),
            Avx.UnpackHigh(abLow, cdLow).AsSingle(),
            Avx.UnpackLow(abHigh, cdHigh).AsSingle(),
            Avx.UnpackHigh(abHigh, cdHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadHalves(ref float lower, ref float upper, nuint offset) =>
        Vector256.Create(Vector128.LoadUnsafe(ref lower, offset), Vector128.LoadUnsafe(ref upper, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<float> halves, ref float lower, ref float upper, nuint offset)
    {
        halves.GetLower().StoreUnsafe(ref lower, offset);
        halves.GetUpper().StoreUnsafe(ref upper, offset);
    }
}
