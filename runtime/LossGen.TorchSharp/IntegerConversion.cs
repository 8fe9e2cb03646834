using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>Integers of one type as those of another: the labels of TorchSharp are 64 bits wide, those of a loss what it declares.</summary>
internal static class IntegerConversion
{
    /// <summary>Whether a tensor's integers are of another type than a loss takes.</summary>
    public static bool IsNeeded(TensorInput input, Tensor tensor) => input.Element.IsInteger && (input.Element.IsReinterpreted || tensor.dtype != input.Element.Torch);

    /// <summary>Writes the integers of a contiguous tensor to memory that has place for them in the type that the loss takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One does not fit.</exception>
    public static void Convert(TensorInput input, Tensor given, nint converted)
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

    private static void To<TFrom>(TensorInput input, Tensor given, nint converted)
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

    private static unsafe void Copy<TFrom, TTo>(TensorInput input, Tensor given, nint converted)
        where TFrom : unmanaged, IBinaryInteger<TFrom>
        where TTo : unmanaged, IBinaryInteger<TTo>, IMinMaxValue<TTo>
    {
        ReadOnlySpan<TFrom> from = TensorMemory.Span<TFrom>(given);
        Span<TTo> to = new((void*)converted, from.Length);
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
    }
}
