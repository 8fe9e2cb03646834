using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

// Loads of neighbouring integers or truth values as the numbers that they are: true is 1, false 0, and an integer with more digits than the type has is rounded to
// the nearest number. No element outside the vector is read.
public static partial class Lanes
{
    /// <summary>Loads eight integers.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref int source, nuint index) => Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref source, index));

    /// <inheritdoc cref="LoadSingle256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref ushort source, nuint index) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe()).AsInt32());

    /// <inheritdoc cref="LoadSingle256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref byte source, nuint index) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(Widened8(ref source, index).ToVector256Unsafe()).AsInt32());

    /// <inheritdoc cref="LoadSingle256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref long source, nuint index) =>
        Vector256.Narrow(LoadDouble256(ref source, index), LoadDouble256(ref source, index + (nuint)Vector256<double>.Count));

    /// <inheritdoc cref="LoadSingle256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref short source, nuint index) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe()));

    /// <inheritdoc cref="LoadSingle256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref sbyte source, nuint index) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(Widened8(ref source, index).ToVector256Unsafe()));

    /// <inheritdoc cref="LoadSingle256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref uint source, nuint index) => Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref source, index));

    /// <summary>Loads eight truth values.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref bool source, nuint index) => LoadSingle256(ref Unsafe.As<bool, byte>(ref source), index);

    /// <summary>Loads four integers.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref int source, nuint index) => OfIntegers(Vector128.LoadUnsafe(ref source, index));

    /// <inheritdoc cref="LoadDouble256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref ushort source, nuint index) =>
        OfIntegers(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Bytes(ref source, index))).AsUInt16()).AsInt32());

    /// <inheritdoc cref="LoadDouble256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref byte source, nuint index) =>
        OfIntegers(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Bytes(ref source, index))).AsByte())).AsInt32());

    /// <inheritdoc cref="LoadDouble256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref long source, nuint index) => Vector256.ConvertToDouble(Vector256.LoadUnsafe(ref source, index));

    /// <inheritdoc cref="LoadDouble256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref short source, nuint index) =>
        OfIntegers(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Bytes(ref source, index))).AsInt16()));

    /// <inheritdoc cref="LoadDouble256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref sbyte source, nuint index) =>
        OfIntegers(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Bytes(ref source, index))).AsSByte())));

    /// <inheritdoc cref="LoadDouble256(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref uint source, nuint index) =>
        OfIntegers((Vector128.LoadUnsafe(ref source, index) ^ Vector128.Create(1u << 31)).AsInt32()) + Vector256.Create(2147483648.0);

    /// <summary>Loads four truth values.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref bool source, nuint index) => LoadDouble256(ref Unsafe.As<bool, byte>(ref source), index);

    private static ref byte Bytes<T>(ref T source, nuint index) => ref Unsafe.As<T, byte>(ref Unsafe.Add(ref source, index));

    // The eight bytes from there on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Widened8(ref byte source, nuint index) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, index))).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Widened8(ref sbyte source, nuint index) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Bytes(ref source, index))).AsSByte());

    // The portable conversion goes through 64-bit integers, which a machine without AVX-512 converts in many steps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OfIntegers(Vector128<int> integers) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(integers) : Vector256.ConvertToDouble(Vector256.WidenLower(integers.ToVector256Unsafe()));
}
