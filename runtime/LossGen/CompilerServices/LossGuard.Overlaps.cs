using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

public static partial class LossGuard
{
    /// <summary>Requires that a gradient is exactly the span of the input it belongs to, or disjoint from it.</summary>
    /// <param name="input">The input.</param>
    /// <param name="gradient">Its gradient, of the same length.</param>
    /// <param name="inputName">The input's name, for the message.</param>
    /// <param name="gradientName">The gradient's name, for the message.</param>
    /// <param name="shape">The prediction's declared shape, for the message.</param>
    /// <typeparam name="T">The element type.</typeparam>
    /// <exception cref="ArgumentException">They partly overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireSameOrApart<T>(ReadOnlySpan<T> input, Span<T> gradient, string inputName, string gradientName, string shape)
        where T : unmanaged
    {
        if (!Unsafe.AreSame(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(gradient)) && Overlap<T, T>(input, gradient))
        {
            ThrowPartialOverlap(input.Length, gradient.Length, inputName, gradientName, shape);
        }
    }

    /// <summary>Requires that a gradient shares no memory with a span that it does not belong to.</summary>
    /// <param name="other">The other span.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="otherName">The other span's name, for the message.</param>
    /// <param name="gradientName">The gradient's name, for the message.</param>
    /// <param name="shape">The prediction's declared shape, for the message.</param>
    /// <typeparam name="TOther">The other span's element type.</typeparam>
    /// <typeparam name="T">The gradient's element type.</typeparam>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireApart<TOther, T>(ReadOnlySpan<TOther> other, Span<T> gradient, string otherName, string gradientName, string shape)
        where TOther : unmanaged
        where T : unmanaged
    {
        if (Overlap(other, gradient))
        {
            ThrowOverlap(other.Length, gradient.Length, otherName, gradientName, shape);
        }
    }

    // Compares the distance of their starts, taken as unsigned, not spans of bytes: an int cannot count the bytes of a large span.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap<TOther, T>(ReadOnlySpan<TOther> other, Span<T> gradient)
        where TOther : unmanaged
        where T : unmanaged
    {
        nuint otherBytes = (nuint)other.Length * (nuint)Unsafe.SizeOf<TOther>();
        nuint gradientBytes = (nuint)gradient.Length * (nuint)Unsafe.SizeOf<T>();
        nuint distance = (nuint)Unsafe.ByteOffset(
            ref Unsafe.As<TOther, byte>(ref MemoryMarshal.GetReference(other)),
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(gradient)));
        return (distance < otherBytes && gradientBytes > 0) || (0 - distance < gradientBytes && otherBytes > 0);
    }

    private static void ThrowPartialOverlap(int inputLength, int gradientLength, string inputName, string gradientName, string shape) => throw new ArgumentException(
        $"'{gradientName}' of {Elements(gradientLength)} overlaps '{inputName}' of {Elements(inputLength)} partly; for a prediction of shape {shape} it must be exactly that span or share no memory with it.",
        gradientName);

    private static void ThrowOverlap(int otherLength, int gradientLength, string otherName, string gradientName, string shape) => throw new ArgumentException(
        $"'{gradientName}' of {Elements(gradientLength)} overlaps '{otherName}' of {Elements(otherLength)}; for a prediction of shape {shape} they must share no memory.",
        gradientName);
}
