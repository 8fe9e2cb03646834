using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The shape of the tensors of one call: the declared one, with the batch that the prediction has. All are required to have it, and to be row-major without
/// gaps, so that a call takes their memory as it is.
/// </summary>
/// <remarks>For generated code; not meant to be called by hand. Lengths and strides are those of a tensor of System.Numerics.Tensors, which this library does not reference.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly ref partial struct CallShape
{
    private readonly ReadOnlySpan<nint> prediction;
    private readonly ReadOnlySpan<int> declared;
    private readonly int axis;
    private readonly string predictionName;

    /// <summary>The shape of a call of a loss that declares none: whichever the prediction has.</summary>
    /// <param name="prediction">The prediction's lengths.</param>
    /// <param name="predictionName">Its name, for messages.</param>
    public CallShape(ReadOnlySpan<nint> prediction, string predictionName)
    {
        this.prediction = prediction;
        this.predictionName = predictionName;
        declared = [];
        axis = -1;
    }

    /// <summary>The shape of a call of a loss that declares one.</summary>
    /// <param name="prediction">The prediction's lengths.</param>
    /// <param name="declared">The declared dimensions, one of which is <see cref="Shape.Batch"/>.</param>
    /// <param name="axis">The dimension that locations do not have, the class axis; −1 for none.</param>
    /// <param name="predictionName">The prediction's name, for messages.</param>
    /// <exception cref="ArgumentException">The prediction has another shape.</exception>
    public CallShape(ReadOnlySpan<nint> prediction, ReadOnlySpan<int> declared, int axis, string predictionName)
    {
        this.prediction = prediction;
        this.predictionName = predictionName;
        this.declared = declared;
        this.axis = axis;
        if (!IsDeclared(prediction))
        {
            ThrowNotDeclared();
        }
    }

    /// <summary>The memory of a tensor that is read, with an element for each of the prediction.</summary>
    /// <param name="start">The tensor's first element.</param>
    /// <param name="lengths">Its lengths.</param>
    /// <param name="strides">Its strides.</param>
    /// <param name="parameter">Its name, for messages.</param>
    /// <param name="mayBeEmpty">Whether it may be empty, whatever the prediction is.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The memory itself.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape, is not dense, or has more elements than a span can.</exception>
    public ReadOnlySpan<T> Elements<T>(ref readonly T start, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool mayBeEmpty = false) =>
        MemoryMarshal.CreateReadOnlySpan(in start, CountElements(lengths, strides, parameter, isWritten: false, mayBeEmpty));

    /// <summary>The memory of a tensor that is written, with an element for each of the prediction.</summary>
    /// <param name="start">The tensor's first element.</param>
    /// <param name="lengths">Its lengths.</param>
    /// <param name="strides">Its strides.</param>
    /// <param name="parameter">Its name, for messages.</param>
    /// <param name="mayBeEmpty">Whether it may be empty, whatever the prediction is.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The memory itself.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape, is not dense, or has more elements than a span can.</exception>
    public Span<T> WrittenElements<T>(ref T start, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool mayBeEmpty = false) =>
        MemoryMarshal.CreateSpan(ref start, CountElements(lengths, strides, parameter, isWritten: true, mayBeEmpty));

    /// <summary>The memory of a tensor that is read, with an element for each location.</summary>
    /// <param name="start">The tensor's first element.</param>
    /// <param name="lengths">Its lengths.</param>
    /// <param name="strides">Its strides.</param>
    /// <param name="parameter">Its name, for messages.</param>
    /// <param name="mayBeEmpty">Whether it may be empty, whatever the prediction is.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The memory itself.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape, is not dense, or has more elements than a span can.</exception>
    public ReadOnlySpan<T> Locations<T>(ref readonly T start, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool mayBeEmpty = false) =>
        MemoryMarshal.CreateReadOnlySpan(in start, CountLocations(lengths, strides, parameter, isWritten: false, mayBeEmpty));

    /// <summary>The memory of a tensor that is written, with an element for each location.</summary>
    /// <param name="start">The tensor's first element.</param>
    /// <param name="lengths">Its lengths.</param>
    /// <param name="strides">Its strides.</param>
    /// <param name="parameter">Its name, for messages.</param>
    /// <param name="mayBeEmpty">Whether it may be empty, whatever the prediction is.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The memory itself.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape, is not dense, or has more elements than a span can.</exception>
    public Span<T> WrittenLocations<T>(ref T start, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool mayBeEmpty = false) =>
        MemoryMarshal.CreateSpan(ref start, CountLocations(lengths, strides, parameter, isWritten: true, mayBeEmpty));

    /// <summary>The memory of a tensor that is read, with one element for the whole call.</summary>
    /// <param name="start">The tensor's first element.</param>
    /// <param name="lengths">Its lengths.</param>
    /// <param name="strides">Its strides.</param>
    /// <param name="parameter">Its name, for messages.</param>
    /// <param name="mayBeEmpty">Whether it may be empty, whatever the prediction is.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The memory itself.</returns>
    /// <exception cref="ArgumentException">The tensor has several elements, or none.</exception>
    public ReadOnlySpan<T> Number<T>(ref readonly T start, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool mayBeEmpty = false) =>
        MemoryMarshal.CreateReadOnlySpan(in start, CountNumber(lengths, strides, parameter, isWritten: false, mayBeEmpty));

    /// <summary>The memory of a tensor that is written, with one element for the whole call.</summary>
    /// <param name="start">The tensor's first element.</param>
    /// <param name="lengths">Its lengths.</param>
    /// <param name="strides">Its strides.</param>
    /// <param name="parameter">Its name, for messages.</param>
    /// <param name="mayBeEmpty">Whether it may be empty, whatever the prediction is.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The memory itself.</returns>
    /// <exception cref="ArgumentException">The tensor has several elements, or none.</exception>
    public Span<T> WrittenNumber<T>(ref T start, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool mayBeEmpty = false) =>
        MemoryMarshal.CreateSpan(ref start, CountNumber(lengths, strides, parameter, isWritten: true, mayBeEmpty));

    // No tensor has rank 0 but one that holds nothing.
    private static nint Product(ReadOnlySpan<nint> lengths)
    {
        nint product = lengths.IsEmpty || lengths.Contains(0) ? 0 : 1;
        foreach (nint length in lengths)
        {
            product *= length;
        }

        return product;
    }

    private static int CountNumber(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool isWritten, bool mayBeEmpty)
    {
        nint count = Product(lengths);
        if (count != 1 && !(mayBeEmpty && count == 0))
        {
            ThrowNotOneNumber(lengths, parameter);
        }

        return CountDense(lengths, strides, parameter, isWritten);
    }

    // The stride of a dimension of length 1 has no meaning.
    private static int CountDense(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool isWritten)
    {
        if (Product(lengths) == 0)
        {
            return 0;
        }

        nint count = 1;
        for (int dimension = lengths.Length - 1; dimension >= 0; dimension--)
        {
            if (lengths[dimension] != 1 && strides[dimension] != count)
            {
                ThrowNotDense(lengths, strides, parameter, isWritten);
            }

            count *= lengths[dimension];
        }

        if (count > int.MaxValue)
        {
            ThrowTooLarge(lengths, count, parameter);
        }

        return (int)count;
    }

    private int CountElements(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool isWritten, bool mayBeEmpty)
    {
        if (!lengths.SequenceEqual(prediction) && !(mayBeEmpty && Product(lengths) == 0))
        {
            ThrowOtherShape(lengths, prediction, parameter, isPerLocation: false, isWritten);
        }

        return CountDense(lengths, strides, parameter, isWritten);
    }

    private int CountLocations(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, bool isWritten, bool mayBeEmpty)
    {
        if (!IsOfLocations(lengths) && !(mayBeEmpty && Product(lengths) == 0))
        {
            ThrowOtherShape(lengths, [.. prediction[..axis], .. prediction[(axis + 1)..]], parameter, isPerLocation: true, isWritten);
        }

        return CountDense(lengths, strides, parameter, isWritten);
    }

    private bool IsDeclared(ReadOnlySpan<nint> lengths)
    {
        bool isDeclared = lengths.Length == declared.Length;
        for (int dimension = 0; isDeclared && dimension < lengths.Length; dimension++)
        {
            isDeclared = declared[dimension] == Shape.Batch || lengths[dimension] == declared[dimension];
        }

        return isDeclared;
    }

    private bool IsOfLocations(ReadOnlySpan<nint> lengths) =>
        lengths.Length == prediction.Length - 1 && lengths[..axis].SequenceEqual(prediction[..axis]) && lengths[axis..].SequenceEqual(prediction[(axis + 1)..]);
}
