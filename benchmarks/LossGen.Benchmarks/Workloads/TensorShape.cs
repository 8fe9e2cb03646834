using System.Globalization;

namespace LossGen.Benchmarks.Workloads;

/// <summary>The dimensions of a prediction, row-major.</summary>
/// <param name="sizes">The size of each, including the batch.</param>
public sealed class TensorShape(params int[] sizes)
{
    private const int Kibi = 1024;

    public IReadOnlyList<int> Sizes => sizes;

    public int BatchAxis { get; init; }

    /// <summary>The dimension of the classes; null for an elementwise loss.</summary>
    public int? ClassAxis { get; init; }

    public int Elements { get; } = Product(sizes);

    public int Samples => sizes[BatchAxis];

    public int Classes => ClassAxis is int axis ? sizes[axis] : 1;

    /// <summary>The stride from one class of a location to the next.</summary>
    public int Stride => ClassAxis is int axis ? Product(sizes.AsSpan(axis + 1)) : 1;

    /// <summary>The number of softmaxes, or of elements for an elementwise loss.</summary>
    public int Locations => Elements / Classes;

    /// <summary>The number of elements of a sample.</summary>
    public int DataPoint => Elements / Samples;

    /// <summary>What the sum over the locations is divided by: their number, or the number of samples for an elementwise loss.</summary>
    public int Divisor => ClassAxis is null ? Samples : Locations;

    public override string ToString()
    {
        if (sizes is [int count])
        {
            return count % (Kibi * Kibi) == 0 ? $"{count / (Kibi * Kibi)}Mi" : count % Kibi == 0 ? $"{count / Kibi}Ki" : Text(count);
        }

        string name = string.Join('x', sizes.Select(Text));
        return BatchAxis > 0 ? name + " batch last" : ClassAxis > 1 ? name + " classes last" : name;
    }

    private static int Product(ReadOnlySpan<int> sizes)
    {
        int product = 1;
        foreach (int size in sizes)
        {
            product *= size;
        }

        return product;
    }

    private static string Text(int size) => size.ToString(CultureInfo.InvariantCulture);
}
