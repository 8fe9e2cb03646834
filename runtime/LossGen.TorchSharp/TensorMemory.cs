using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>Where the elements of a tensor lie.</summary>
internal static class TensorMemory
{
    /// <summary>
    /// The address of the first element of a contiguous tensor. It does not keep the tensor alive. TorchSharp's <c>bytes</c> counts bytes in an int, so those of a large
    /// tensor are asked for by its first element alone.
    /// </summary>
    public static unsafe nint Address(Tensor tensor)
    {
        if (tensor.numel() * tensor.ElementSize <= int.MaxValue)
        {
            return (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
        }

        using Tensor flat = tensor.view(-1);
        using Tensor first = flat.narrow(0, 0, 1);
        return (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(first.bytes));
    }

    /// <summary>The elements of a contiguous tensor, as a type of their size. The span does not keep the tensor alive.</summary>
    public static unsafe Span<T> Span<T>(Tensor tensor)
        where T : unmanaged => new((void*)Address(tensor), checked((int)tensor.numel()));

    /// <summary>The lengths of all dimensions.</summary>
    public static long[] Lengths(Tensor tensor)
    {
        long[] lengths = new long[tensor.dim()];
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            lengths[axis] = tensor.size(axis);
        }

        return lengths;
    }

    /// <summary>The number that a tensor of one element is.</summary>
    public static double Number(Tensor tensor)
    {
        Tensor plain = Plain(tensor);
        double number = tensor.dtype == ScalarType.Float64 ? Span<double>(plain)[0] : Span<float>(plain)[0];
        GC.KeepAlive(plain);
        return number;
    }

    /// <summary>The tensor itself, or a copy, with its elements in order in memory, as they are to be read.</summary>
    public static Tensor Plain(Tensor tensor)
    {
        bool isNegated = tensor.is_neg();
        if (!isNegated && tensor.is_contiguous())
        {
            return tensor;
        }

        using (no_grad())
        {
            using Tensor resolved = isNegated ? tensor.resolve_neg() : tensor.alias();
            return resolved.contiguous();
        }
    }
}
