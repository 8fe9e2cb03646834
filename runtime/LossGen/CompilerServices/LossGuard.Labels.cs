using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

public static partial class LossGuard
{
    /// <summary>Requires that every label is a class.</summary>
    /// <param name="labels">The labels, one per location.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="parameter">The labels' name, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, C); the message names the first such location.</exception>
    public static void RequireLabels(ReadOnlySpan<int> labels, int classes, string parameter) => RequireBelow<int, uint>(labels, classes, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, string)"/>
    public static void RequireLabels(ReadOnlySpan<byte> labels, int classes, string parameter) => RequireBelow<byte, byte>(labels, classes, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, string)"/>
    public static void RequireLabels(ReadOnlySpan<ushort> labels, int classes, string parameter) => RequireBelow<ushort, ushort>(labels, classes, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, string)"/>
    public static void RequireLabels(ReadOnlySpan<long> labels, int classes, string parameter) => RequireBelow<long, ulong>(labels, classes, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, string)"/>
    public static void RequireLabels(ReadOnlySpan<sbyte> labels, int classes, string parameter) => RequireBelow<sbyte, byte>(labels, classes, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, string)"/>
    public static void RequireLabels(ReadOnlySpan<short> labels, int classes, string parameter) => RequireBelow<short, ushort>(labels, classes, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, string)"/>
    public static void RequireLabels(ReadOnlySpan<uint> labels, int classes, string parameter) => RequireBelow<uint, uint>(labels, classes, parameter);

    /// <summary>Requires that every label is a class or the one that is ignored.</summary>
    /// <param name="labels">The labels, one per location.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="ignored">The label that is ignored.</param>
    /// <param name="parameter">The labels' name, for the message.</param>
    /// <returns>How many labels are not ignored.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, C) and not ignored; the message names the first such location.</exception>
    public static int RequireLabels(ReadOnlySpan<int> labels, int classes, int ignored, string parameter) => RequireBelowOr<int, uint>(labels, classes, ignored, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, int, string)"/>
    public static int RequireLabels(ReadOnlySpan<byte> labels, int classes, int ignored, string parameter) => RequireBelowOr<byte, byte>(labels, classes, (byte)ignored, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, int, string)"/>
    public static int RequireLabels(ReadOnlySpan<ushort> labels, int classes, int ignored, string parameter) => RequireBelowOr<ushort, ushort>(labels, classes, (ushort)ignored, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, int, string)"/>
    public static int RequireLabels(ReadOnlySpan<long> labels, int classes, int ignored, string parameter) => RequireBelowOr<long, ulong>(labels, classes, ignored, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, int, string)"/>
    public static int RequireLabels(ReadOnlySpan<sbyte> labels, int classes, int ignored, string parameter) => RequireBelowOr<sbyte, byte>(labels, classes, (sbyte)ignored, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, int, string)"/>
    public static int RequireLabels(ReadOnlySpan<short> labels, int classes, int ignored, string parameter) => RequireBelowOr<short, ushort>(labels, classes, (short)ignored, parameter);

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{int}, int, int, string)"/>
    public static int RequireLabels(ReadOnlySpan<uint> labels, int classes, int ignored, string parameter) => RequireBelowOr<uint, uint>(labels, classes, (uint)ignored, parameter);

    // As below, with a class where the label is ignored.
    private static int RequireBelowOr<TLabel, TUnsigned>(ReadOnlySpan<TLabel> labels, int classes, TLabel ignored, string parameter)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        where TUnsigned : unmanaged, IBinaryInteger<TUnsigned>
    {
        ref TUnsigned first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<TLabel, TUnsigned>(labels));
        TUnsigned skipped = TUnsigned.CreateTruncating(ignored);
        nuint lanes = (nuint)Vector256<TUnsigned>.Count;
        nuint count = (nuint)labels.Length;
        nuint index = 0;
        int kept = labels.Length;
        TUnsigned greatest = TUnsigned.Zero;
        if (count >= lanes)
        {
            Vector256<TUnsigned> most = Vector256<TUnsigned>.Zero;
            Vector256<TUnsigned> skippedInLanes = Vector256.Create(skipped);
            for (nuint end = count / lanes * lanes; index < end; index += lanes)
            {
                Vector256<TUnsigned> given = Vector256.LoadUnsafe(ref first, index);
                Vector256<TUnsigned> isSkipped = Vector256.Equals(given, skippedInLanes);
                kept -= BitOperations.PopCount(isSkipped.ExtractMostSignificantBits());
                most = Vector256.Max(most, Vector256.AndNot(given, isSkipped));
            }

            for (int lane = 0; lane < (int)lanes; lane++)
            {
                greatest = TUnsigned.Max(greatest, most[lane]);
            }
        }

        for (; index < count; index++)
        {
            TUnsigned given = Unsafe.Add(ref first, index);
            if (given == skipped)
            {
                kept--;
            }
            else
            {
                greatest = TUnsigned.Max(greatest, given);
            }
        }

        if (ulong.CreateTruncating(greatest) >= (ulong)classes && kept > 0)
        {
            ThrowNoClassNorIgnored(labels, classes, ignored, parameter);
        }

        return kept;
    }

    private static void ThrowNoClassNorIgnored<TLabel>(ReadOnlySpan<TLabel> labels, int classes, TLabel ignored, string parameter)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int location = 0;
        while (labels[location] == ignored || (!TLabel.IsNegative(labels[location]) && long.CreateChecked(labels[location]) < classes))
        {
            location++;
        }

        throw new ArgumentOutOfRangeException(
            parameter,
            $"The label at location {location} is {labels[location]}, which is neither a class nor the label that is ignored; classes are 0 to {classes - 1} (C = {classes}), and {ignored} is ignored.");
    }

    // Taken as unsigned, a negative label is greater than any class: one maximum detects both.
    private static void RequireBelow<TLabel, TUnsigned>(ReadOnlySpan<TLabel> labels, int classes, string parameter)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        where TUnsigned : unmanaged, IBinaryInteger<TUnsigned>
    {
        ref TUnsigned first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<TLabel, TUnsigned>(labels));
        nuint lanes = (nuint)Vector256<TUnsigned>.Count;
        nuint count = (nuint)labels.Length;
        nuint index = 0;
        TUnsigned greatest = TUnsigned.Zero;
        if (count >= 2 * lanes)
        {
            Vector256<TUnsigned> even = Vector256<TUnsigned>.Zero;
            Vector256<TUnsigned> odd = Vector256<TUnsigned>.Zero;
            for (nuint end = count / (2 * lanes) * (2 * lanes); index < end; index += 2 * lanes)
            {
                even = Vector256.Max(even, Vector256.LoadUnsafe(ref first, index));
                odd = Vector256.Max(odd, Vector256.LoadUnsafe(ref first, index + lanes));
            }

            even = Vector256.Max(even, odd);
            for (int lane = 0; lane < (int)lanes; lane++)
            {
                greatest = TUnsigned.Max(greatest, even[lane]);
            }
        }

        for (; index < count; index++)
        {
            greatest = TUnsigned.Max(greatest, Unsafe.Add(ref first, index));
        }

        if (ulong.CreateTruncating(greatest) >= (ulong)classes && count > 0)
        {
            ThrowNoClass(labels, classes, parameter);
        }
    }

    private static void ThrowNoClass<TLabel>(ReadOnlySpan<TLabel> labels, int classes, string parameter)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int location = 0;
        while (!TLabel.IsNegative(labels[location]) && long.CreateChecked(labels[location]) < classes)
        {
            location++;
        }

        throw new ArgumentOutOfRangeException(
            parameter,
            $"The label at location {location} is {labels[location]}, which is not a class; classes are 0 to {classes - 1} (C = {classes}).");
    }
}
