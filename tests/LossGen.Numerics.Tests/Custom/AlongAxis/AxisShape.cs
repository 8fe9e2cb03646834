namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>A shape of a loss along an axis: the attribute's arguments, with the sizes that its inputs then have and the axis.</summary>
internal sealed record AxisShape(string Arguments, int[] Sizes, int Axis)
{
    /// <summary>Rows and tiles, contiguous and strided axes, of one element, of few and of many.</summary>
    public static IReadOnlyList<AxisShape> All { get; } =
    [
        new("Shape.Batch, 1", [5, 1], 1),
        new("Shape.Batch, 2", [70, 2], 1),
        new("Shape.Batch, 7", [9, 7], 1),
        new("Shape.Batch, 40", [3, 40], 1),
        new("Shape.Batch, 150", [18, 150], 1),
        new("Shape.Batch, 5, 9, Dim = 1", [2, 5, 9], 1),
        new("Shape.Batch, 30, 11, Dim = 1", [1, 30, 11], 1),
        new("6, Shape.Batch, 4, Dim = 0", [6, 3, 4], 0),
        new("Shape.Batch, 3, 70, Dim = 2", [2, 3, 70], 2),
    ];

    public int Classes => Sizes[Axis];

    public int Locations => Sizes.Aggregate(1, static (a, b) => a * b) / Classes;

    /// <summary>Whether a sample's elements lie side by side.</summary>
    public bool BatchIsFirst => Arguments.StartsWith("Shape.Batch", StringComparison.Ordinal);

    /// <summary>The locations of a sample, where the batch is first.</summary>
    public int PerSample => Locations / Sizes[0];

    /// <summary>The distance between neighbouring elements of the axis.</summary>
    public int Inner => Sizes[(Axis + 1)..].Aggregate(1, static (a, b) => a * b);

    /// <summary>How many numbers an input has: one for each location, or one for each element.</summary>
    public int CountOf(AxisParameter input) => input.Kind == AxisParameterKind.Number ? Locations : Locations * Classes;

    /// <summary>Where an input has what a location has of it: its number, or one of the elements.</summary>
    public int Position(AxisParameter input, int location, int c) =>
        input.Kind == AxisParameterKind.Number ? location : (location / Inner * Classes * Inner) + (c * Inner) + (location % Inner);
}
