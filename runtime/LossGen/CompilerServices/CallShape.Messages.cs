using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LossGen.CompilerServices;

// What is said of a tensor that does not fit, and what to write instead.
public readonly ref partial struct CallShape
{
    private const nint AnyLength = -1;

    [DoesNotReturn]
    private static void ThrowNotOneNumber(ReadOnlySpan<nint> lengths, string parameter) => throw new ArgumentException(
        $"'{parameter}' has shape {Text(lengths)}, but must have 1 element: it is one number for the whole call.", parameter);

    [DoesNotReturn]
    private static void ThrowNotDense(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool isWritten)
    {
        nint[] dense = new nint[lengths.Length];
        for (int dimension = lengths.Length - 1; dimension >= 0; dimension--)
        {
            dense[dimension] = Product([1, .. lengths[(dimension + 1)..]]);
        }

        string advice = isWritten ? $"Pass Tensor.CreateFromShape<T>({Text(lengths)}), and copy that with CopyTo" : "Pass a copy, which ToDenseTensor() of a Tensor<T> makes";
        throw new ArgumentException(
            $"'{parameter}' of shape {Text(lengths)} has strides {Text(strides)}, but must be dense, with strides {Text(dense)}: a call takes its memory as it is. {advice}.",
            parameter);
    }

    [DoesNotReturn]
    private static void ThrowTooLarge(ReadOnlySpan<nint> lengths, nint count, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' of shape {Text(lengths)} has {count} elements, and a call takes at most {int.MaxValue}: add what Sums returns for parts of the batch, and pass Backward the whole."),
        parameter);

    // A permutation of the dimensions, which copies and so is nothing to write to, or else another shape for the same memory.
    private static string Advice(ReadOnlySpan<nint> given, ReadOnlySpan<nint> wanted, string parameter, bool isWritten)
    {
        if (!isWritten && Order(given, wanted) is { } order)
        {
            return $" Tensor.PermuteDimensions({parameter}, {Text(order)}).ToDenseTensor() has the dimensions in this order.";
        }

        nint count = Product(given), others = 1;
        foreach (nint length in wanted)
        {
            others *= length == AnyLength ? 1 : length;
        }

        bool isFree = wanted.Contains(AnyLength);
        if (count == 0 || others == 0 || (isFree ? count % others != 0 : count != others))
        {
            return "";
        }

        nint[] shape = wanted.ToArray();
        shape.AsSpan().Replace(AnyLength, count / others);
        return $" If its elements are in the order of that shape, Tensor.Reshape({parameter}, {Text(shape)}) has it.";
    }

    // Which dimension of the one shape is each of the other; null if they have different lengths. What may have any length is what remains.
    private static nint[]? Order(ReadOnlySpan<nint> given, ReadOnlySpan<nint> wanted)
    {
        if (given.Length != wanted.Length)
        {
            return null;
        }

        nint[] order = new nint[wanted.Length];
        List<int> left = [.. Enumerable.Range(0, given.Length)];
        for (int dimension = 0; dimension < wanted.Length; dimension++)
        {
            int found = -1;
            for (int i = 0; i < left.Count && found < 0; i++)
            {
                found = wanted[dimension] != AnyLength && given[left[i]] == wanted[dimension] ? left[i] : -1;
            }

            if (found < 0 && wanted[dimension] != AnyLength)
            {
                return null;
            }

            order[dimension] = found;
            left.Remove(found);
        }

        if (left.Count == 1)
        {
            order.AsSpan().Replace(-1, left[0]);
        }

        return order;
    }

    private static string Text(ReadOnlySpan<nint> lengths)
    {
        List<string> all = [];
        foreach (nint length in lengths)
        {
            all.Add(length.ToString(CultureInfo.InvariantCulture));
        }

        return $"[{string.Join(", ", all)}]";
    }

    [DoesNotReturn]
    private void ThrowNotDeclared()
    {
        nint[] wanted = new nint[declared.Length];
        for (int dimension = 0; dimension < wanted.Length; dimension++)
        {
            wanted[dimension] = declared[dimension] == Shape.Batch ? AnyLength : declared[dimension];
        }

        throw new ArgumentException(
            $"'{predictionName}' has shape {Text(prediction)}, but the loss is of shape {DeclaredText()}: every dimension but the batch must be as declared.{Advice(prediction, wanted, predictionName, isWritten: false)}",
            predictionName);
    }

    [DoesNotReturn]
    private void ThrowOtherShape(ReadOnlySpan<nint> given, ReadOnlySpan<nint> wanted, string parameter, bool isPerLocation, bool isWritten)
    {
        string why = isPerLocation ? $"one element per location, without dimension {axis.ToString(CultureInfo.InvariantCulture)} of {DeclaredText()}" : "one element for each of its elements";
        throw new ArgumentException(
            $"'{parameter}' has shape {Text(given)}, but '{predictionName}' has shape {Text(prediction)}, so '{parameter}' must have {Text(wanted)}: {why}.{Advice(given, wanted, parameter, isWritten)}",
            parameter);
    }

    private string DeclaredText()
    {
        List<string> all = [];
        foreach (int length in declared)
        {
            all.Add(length == Shape.Batch ? "Batch" : length.ToString(CultureInfo.InvariantCulture));
        }

        return $"({string.Join(", ", all)})";
    }
}
