namespace LossGen.Numerics.Tests.Properties;

/// <summary>
/// The row-major shape of one call's prediction, with the batch size filled in. Relative to the class axis it is outer × classes × inner.
/// Independent of the generator's own shape, whose errors it has to find.
/// </summary>
internal sealed record ReferenceShape(int[] Sizes, int BatchAxis, int? ClassAxis)
{
    public int Count => Product(Sizes);

    public int Samples => Sizes[BatchAxis];

    public int Classes => Sizes[Axis];

    public int Outer => Product(Sizes[..Axis]);

    public int Inner => Product(Sizes[(Axis + 1)..]);

    public int Locations => Outer * Inner;

    private int Axis => ClassAxis ?? throw new InvalidOperationException("The shape has no class axis.");

    public int Position(int outer, int classIndex, int inner) => (((outer * Classes) + classIndex) * Inner) + inner;

    public int Location(int outer, int inner) => (outer * Inner) + inner;

    /// <summary>The index along each axis of the element at a position.</summary>
    public int[] MultiIndex(int position)
    {
        int[] index = new int[Sizes.Length];
        for (int axis = Sizes.Length - 1; axis >= 0; axis--)
        {
            index[axis] = position % Sizes[axis];
            position /= Sizes[axis];
        }

        return index;
    }

    /// <summary>The position of the same element in one data point, without the batch axis.</summary>
    public int PositionInSample(int[] index)
    {
        int position = 0;
        for (int axis = 0; axis < Sizes.Length; axis++)
        {
            position = axis == BatchAxis ? position : (position * Sizes[axis]) + index[axis];
        }

        return position;
    }

    /// <summary>Moves rows of classes, one per location, to their places in the shape.</summary>
    public double[] FromRows(double[] rows)
    {
        double[] values = new double[Count];
        for (int outer = 0; outer < Outer; outer++)
        {
            for (int inner = 0; inner < Inner; inner++)
            {
                for (int classIndex = 0; classIndex < Classes; classIndex++)
                {
                    values[Position(outer, classIndex, inner)] = rows[(Location(outer, inner) * Classes) + classIndex];
                }
            }
        }

        return values;
    }

    private static int Product(int[] sizes) => sizes.Aggregate(1, static (product, size) => product * size);
}
