using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

public static partial class LossGuard
{
    /// <summary>Requires that every label is a class.</summary>
    /// <param name="labels">The labels, one a location.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="parameter">The labels' name, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, C); the message names the first such location.</exception>
    public static void RequireLabels(ReadOnlySpan<int> labels, int classes, string parameter)
    {
        // Taken as unsigned, a negative label is greater than any class: one maximum tells both.
        ref uint first = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(labels));
        nuint count = (nuint)labels.Length;
        nuint index = 0;
        uint greatest = 0;
        if (count >= (nuint)(2 * Vector256<uint>.Count))
        {
            Vector256<uint> even = Vector256<uint>.Zero;
            Vector256<uint> odd = Vector256<uint>.Zero;
            nuint end = count / 16 * 16;
            for (; index < end; index += 16)
            {
                even = Vector256.Max(even, Vector256.LoadUnsafe(ref first, index));
                odd = Vector256.Max(odd, Vector256.LoadUnsafe(ref first, index + 8));
            }

            even = Vector256.Max(even, odd);
            Vector128<uint> four = Vector128.Max(even.GetLower(), even.GetUpper());
            greatest = uint.Max(uint.Max(four[0], four[1]), uint.Max(four[2], four[3]));
        }

        for (; index < count; index++)
        {
            greatest = uint.Max(greatest, Unsafe.Add(ref first, index));
        }

        if (greatest >= (uint)classes && count > 0)
        {
            ThrowNoClass(labels, classes, parameter);
        }
    }

    private static void ThrowNoClass(ReadOnlySpan<int> labels, int classes, string parameter)
    {
        int location = 0;
        while ((uint)labels[location] < (uint)classes)
        {
            location++;
        }

        throw new ArgumentOutOfRangeException(
            parameter,
            $"The label at location {location} is {labels[location]}, which is no class; classes are 0 to {classes - 1} (C = {classes}).");
    }
}
