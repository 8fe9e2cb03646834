using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Model;

/// <summary>
/// A row-major shape with one batch dimension and, for losses over classes, a class axis. Seen from the class axis, the tensor is outer × classes ×
/// inner, with strides classes·inner, inner and 1.
/// </summary>
/// <remarks>Invariant: exactly one dimension is <see cref="Batch"/>, every other one at least 1, the class axis is not the batch.</remarks>
internal sealed record TensorShape(EquatableArray<int> Dimensions, int? ClassAxis)
{
    /// <summary>Marks the batch dimension; the number of the runtime's <c>Shape.Batch</c>.</summary>
    public const int Batch = int.MinValue;

    /// <summary>
    /// The largest number of dimensions. Kernels would take any number, as they know only outer × classes × inner; but tensors in practice have at
    /// most five or six, and a longer list is data in the wrong place, whose every element a message would otherwise have to name.
    /// </summary>
    public const int MaximumRank = 8;

    /// <summary>The shape of an elementwise loss that declares none: each element is a sample.</summary>
    public static TensorShape Elements { get; } = new(EquatableArray.Of(Batch), ClassAxis: null);

    public int BatchAxis => Dimensions.ToList().IndexOf(Batch);

    /// <summary>The size of one data point: the product of all dimensions but the batch.</summary>
    public int ElementsPerSample => FixedProduct(0, Dimensions.Count);

    public int Classes => Dimensions[RequiredClassAxis];

    /// <summary>The locations of one data point: the product of all dimensions but batch and classes.</summary>
    public int LocationsPerSample => ElementsPerSample / Classes;

    /// <summary>The product of the fixed dimensions after the class axis; times the batch size if <see cref="BatchIsInner"/>.</summary>
    public int FixedInner => FixedProduct(RequiredClassAxis + 1, Dimensions.Count);

    /// <summary>Whether the batch comes after the class axis, so that the stride of the class axis is known only at run time.</summary>
    public bool BatchIsInner => BatchAxis > RequiredClassAxis;

    /// <summary>The contiguous elements of one data point: the product of the dimensions after the batch.</summary>
    public int ElementsAfterBatch => FixedProduct(BatchAxis + 1, Dimensions.Count);

    /// <summary>The same, counted in locations.</summary>
    public int LocationsBehindBatch => BatchIsInner ? ElementsAfterBatch : ElementsAfterBatch / Classes;

    /// <summary>Whether the classes of one location are contiguous in memory.</summary>
    public bool ClassesAreContiguous => FixedInner == 1 && !BatchIsInner;

    private int RequiredClassAxis => ClassAxis ?? throw new InvalidOperationException("The shape has no class axis.");

    public override string ToString() =>
        "(" + string.Join(", ", Dimensions.Select(static size => size == Batch ? "Batch" : Number(size))) + ")";

    private int FixedProduct(int from, int to) =>
        Dimensions.Skip(from).Take(to - from).Where(static size => size != Batch).Aggregate(1, static (product, size) => checked(product * size));
}
