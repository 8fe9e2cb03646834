using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

internal static partial class Transposition
{
    private const uint DoubleLocations = 4;
    private const uint DoubleClasses = 2;

    private static void ToRows(ref double locations, nuint classes, nuint count, ref double rows, nuint width)
    {
        for (nuint l = 0; ; l = nuint.Min(l + DoubleLocations, count - DoubleLocations))
        {
            ref double location = ref Unsafe.Add(ref locations, l * classes);
            ref double lane = ref Unsafe.Add(ref rows, l);
            for (nuint c = 0; ; c = nuint.Min(c + DoubleClasses, classes - DoubleClasses))
            {
                BlockToRows(ref Unsafe.Add(ref location, c), classes, ref Unsafe.Add(ref lane, c * width), width);
                if (c == classes - DoubleClasses)
                {
                    break;
                }
            }

            if (l == count - DoubleLocations)
            {
                return;
            }
        }
    }

    private static void FromRows(ref double rows, nuint width, nuint classes, nuint count, ref double locations)
    {
        for (nuint l = 0; ; l = nuint.Min(l + DoubleLocations, count - DoubleLocations))
        {
            ref double location = ref Unsafe.Add(ref locations, l * classes);
            ref double lane = ref Unsafe.Add(ref rows, l);
            for (nuint c = 0; ; c = nuint.Min(c + DoubleClasses, classes - DoubleClasses))
            {
                BlockFromRows(ref Unsafe.Add(ref lane, c * width), width, ref Unsafe.Add(ref location, c), classes);
                if (c == classes - DoubleClasses)
                {
                    break;
                }
            }

            if (l == count - DoubleLocations)
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BlockToRows(ref double location, nuint classes, ref double row, nuint width)
    {
        ref double second = ref Unsafe.Add(ref location, 2 * classes);
        Vector256<double> a = LoadHalves(ref location, ref second, 0);
        Vector256<double> b = LoadHalves(ref location, ref second, classes);
        Avx.UnpackLow(a, b).StoreUnsafe(ref row);
        Avx.UnpackHigh(a, b).StoreUnsafe(ref row, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BlockFromRows(ref double row, nuint width, ref double location, nuint classes)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref row);
        Vector256<double> b = Vector256.LoadUnsafe(ref row, width);
        ref double second = ref Unsafe.Add(ref location, 2 * classes);
        StoreHalves(Avx.UnpackLow(a, b), ref location, ref second, 0);
        StoreHalves(Avx.UnpackHigh(a, b), ref location, ref second, classes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LoadHalves(ref double lower, ref double upper, nuint offset) =>
        Vector256.Create(Vector128.LoadUnsafe(ref lower, offset), Vector128.LoadUnsafe(ref upper, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<double> halves, ref double lower, ref double upper, nuint offset)
    {
        halves.GetLower().StoreUnsafe(ref lower, offset);
        halves.GetUpper().StoreUnsafe(ref upper, offset);
    }
}
