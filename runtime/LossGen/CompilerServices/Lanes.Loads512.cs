using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

// The same for vectors of 512 bits.
public static partial class Lanes
{
    /// <summary>Loads sixteen integers.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref int source, nuint index) => Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref source, index));

    /// <inheritdoc cref="LoadSingle512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref ushort source, nuint index) =>
        Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.LoadUnsafe(ref source, index).ToVector512Unsafe()).AsInt32());

    /// <inheritdoc cref="LoadSingle512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref byte source, nuint index) =>
        Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.WidenLower(Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe()).ToVector512Unsafe()).AsInt32());

    /// <inheritdoc cref="LoadSingle512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref long source, nuint index) =>
        Vector512.Narrow(LoadDouble512(ref source, index), LoadDouble512(ref source, index + (nuint)Vector512<double>.Count));

    /// <inheritdoc cref="LoadSingle512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref short source, nuint index) =>
        Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.LoadUnsafe(ref source, index).ToVector512Unsafe()));

    /// <inheritdoc cref="LoadSingle512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref sbyte source, nuint index) =>
        Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.WidenLower(Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe()).ToVector512Unsafe()));

    /// <inheritdoc cref="LoadSingle512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref uint source, nuint index) => Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref source, index));

    /// <summary>Loads sixteen truth values.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref bool source, nuint index) => LoadSingle512(ref Unsafe.As<bool, byte>(ref source), index);

    /// <summary>Loads eight integers.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref int source, nuint index) => OfIntegers(Vector256.LoadUnsafe(ref source, index));

    /// <inheritdoc cref="LoadDouble512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref ushort source, nuint index) =>
        OfIntegers(Vector256.WidenLower(Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe()).AsInt32());

    /// <inheritdoc cref="LoadDouble512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref byte source, nuint index) =>
        OfIntegers(Vector256.WidenLower(Widened8(ref source, index).ToVector256Unsafe()).AsInt32());

    /// <inheritdoc cref="LoadDouble512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref long source, nuint index) => Vector512.ConvertToDouble(Vector512.LoadUnsafe(ref source, index));

    /// <inheritdoc cref="LoadDouble512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref short source, nuint index) =>
        OfIntegers(Vector256.WidenLower(Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe()));

    /// <inheritdoc cref="LoadDouble512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref sbyte source, nuint index) =>
        OfIntegers(Vector256.WidenLower(Widened8(ref source, index).ToVector256Unsafe()));

    /// <inheritdoc cref="LoadDouble512(ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref uint source, nuint index) =>
        OfIntegers((Vector256.LoadUnsafe(ref source, index) ^ Vector256.Create(1u << 31)).AsInt32()) + Vector512.Create(2147483648.0);

    /// <summary>Loads eight truth values.</summary>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="index">The first element to load.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref bool source, nuint index) => LoadDouble512(ref Unsafe.As<bool, byte>(ref source), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> OfIntegers(Vector256<int> integers) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(integers) : Vector512.ConvertToDouble(Vector512.WidenLower(integers.ToVector512Unsafe()));
}
