using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>Integers of one type as those of another: the labels of TorchSharp are 64 bits wide, those of a loss what it declares.</summary>
internal static class IntegerConversion
{
    /// <summary>The integers in the memory of a new tensor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One does not fit.</exception>
    public static Tensor Convert(TensorInput input, Tensor contiguous)
    {
        Tensor converted = empty(contiguous.shape, dtype: input.Element.Torch, device: CPU);
        try
        {
            From(input, contiguous, converted);
            return converted;
        }
        catch
        {
            converted.Dispose();
            throw;
        }
    }

    private static void From(TensorInput input, Tensor given, Tensor converted)
    {
        switch (given.dtype)
        {
            case ScalarType.Byte:
                To<byte>(input, given, converted);
                break;
            case ScalarType.Int8:
                To<sbyte>(input, given, converted);
                break;
            case ScalarType.Int16:
                To<short>(input, given, converted);
                break;
            case ScalarType.Int32:
                To<int>(input, given, converted);
                break;
            default:
                To<long>(input, given, converted);
                break;
        }
    }

    private static void To<TFrom>(TensorInput input, Tensor given, Tensor converted)
        where TFrom : unmanaged, IBinaryInteger<TFrom>
    {
        switch (Type.GetTypeCode(input.Element.Type))
        {
            case TypeCode.Byte:
                Copy<TFrom, byte>(input, given, converted);
                break;
            case TypeCode.SByte:
                Copy<TFrom, sbyte>(input, given, converted);
                break;
            case TypeCode.Int16:
                Copy<TFrom, short>(input, given, converted);
                break;
            case TypeCode.UInt16:
                Copy<TFrom, ushort>(input, given, converted);
                break;
            case TypeCode.Int32:
                Copy<TFrom, int>(input, given, converted);
                break;
            case TypeCode.UInt32:
                Copy<TFrom, uint>(input, given, converted);
                break;
            default:
                Copy<TFrom, long>(input, given, converted);
                break;
        }
    }

    private static void Copy<TFrom, TTo>(TensorInput input, Tensor given, Tensor converted)
        where TFrom : unmanaged, IBinaryInteger<TFrom>
        where TTo : unmanaged, IBinaryInteger<TTo>, IMinMaxValue<TTo>
    {
        ReadOnlySpan<TFrom> from = TensorMemory.Span<TFrom>(given);
        Span<TTo> to = TensorMemory.Span<TTo>(converted);
        for (int i = 0; i < to.Length; i++)
        {
            TTo value = TTo.CreateTruncating(from[i]);
            if (TFrom.CreateTruncating(value) != from[i] || TTo.IsNegative(value) != TFrom.IsNegative(from[i]))
            {
                throw new ArgumentOutOfRangeException(
                    input.Name,
                    string.Create(CultureInfo.InvariantCulture, $"Element {i} of {input.Name} is {from[i]}, which is not from {TTo.MinValue} to {TTo.MaxValue}, as {typeof(TTo).Name} is, the type that the loss declares."));
            }

            to[i] = value;
        }

        GC.KeepAlive(given);
        GC.KeepAlive(converted);
    }
}
