using System.Globalization;
using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Draws the dimensions of a loss, and writes them in every form that C# has for an array of constants.</summary>
internal static class ShapeTexts
{
    private static readonly Gen<int> Size = Gen.Frequency((12, Gen.Int[1, 5]), (2, Gen.OneOf(7, 8, 9, 10, 16, 17)), (1, Gen.OneOf(33, 64, 100, 1000)));

    private static readonly Gen<string> RefusedSize = Gen.OneOf(
        "0", "-1", "Shape.Batch", "int.MaxValue, int.MaxValue", "-10", "int.MinValue + 1", "'\\0'", "Sizes.None", "default", "65536, 65536", "~0");

    private static readonly Gen<string> BrokenSize = Gen.OneOf(
        "10L", "10.5", "\"10\"", "null", "Sizes.Variable", "10 / 0", "typeof(int)", "x => x", "Unknown", "", "new int[1]", "int.MaxValue + 1",
        "99999999999", "nameof(Sizes).Length", "Shape.", "(10", "10)", "1 2", "ref 1", "1u - 2");

    private static readonly Gen<string> RefusedShape = Gen.OneOf(
        "null", "(int[])null!", "new int[0]", "[]", "new int[2]", "default", "Shape.Batch", "new[] { 3, 3 }", "");

    private static readonly Gen<string> BrokenShape = Gen.OneOf(
        "new int[,] { { 1 } }", "new long[] { 1 }", "new[] { Shape.Batch, Sizes.Variable }", "[Shape.Batch, .. new[] { 10 }]",
        "new int[Sizes.Variable]", "{ 1, 2 }", "wrong: 10", "shape: ", "..", "stackalloc int[1]");

    /// <summary>The dimensions: all of a class axis loss's, or those of an elementwise one, which may have none.</summary>
    public static Gen<int[]> Sizes(bool hasClassAxis) =>
        from rank in hasClassAxis
            ? Gen.Frequency((5, Gen.Const(2)), (3, Gen.Const(3)), (1, Gen.Int[4, 5]))
            : Gen.Frequency((3, Gen.Const(0)), (3, Gen.Const(2)), (2, Gen.Int[1, 5]))
        from batch in rank < 2 ? Gen.Const(0) : Gen.Frequency((4, Gen.Const(0)), (2, Gen.Int[0, rank - 1]))
        from sizes in Size.Array[rank]
        from large in Gen.Int[0, 50]
        select Placed(sizes, batch, large == 0);

    /// <summary>The arguments that give these dimensions, or almost these if the taste is wild.</summary>
    public static Gen<string> Arguments(int[] sizes, Taste taste) =>
        from elements in sizes.Aggregate(
            Gen.Const(Array.Empty<string>()),
            (written, size) => from before in written from element in Element(size, taste) select before.Append(element).ToArray())
        from style in Gen.Int[0, 23]
        from whole in new Aspect(Gen.Const(Write(string.Join(", ", elements), sizes.Length, style)), RefusedShape, BrokenShape).At(taste)
        select whole;

    private static int[] Placed(int[] sizes, int batch, bool isLarge)
    {
        int[] placed = [.. sizes.Select((size, axis) => axis == batch ? Shape.Batch : size)];

        // With two dimensions there are only classes and the batch, so that ten thousand classes can all have weights.
        return isLarge && placed.Length == 2 ? [Shape.Batch, 10_000] : placed;
    }

    private static Gen<string> Element(int size, Taste taste) => new Aspect(
        size == Shape.Batch
            ? Gen.Frequency((8, Gen.Const("Shape.Batch")), (1, Gen.OneOf("global::LossGen.Shape.Batch", "int.MinValue", "Shape .Batch", "(Shape.Batch)")))
            : Sound(size),
        RefusedSize,
        BrokenSize).At(taste);

    private static Gen<string> Sound(int size)
    {
        string number = size.ToString(CultureInfo.InvariantCulture);
        return Gen.Frequency(
            (12, Gen.Const(number)),
            (2, Gen.OneOf(
                "0x" + size.ToString("X", CultureInfo.InvariantCulture), "(int)" + number + "L", number + " * Sizes.One",
                "(short)" + number, number + " /* classes */", "(" + number + ")", "+" + number,
                "(ushort)" + number, "sizeof(byte) * " + number, "0b0 + 0_" + number)),
            (size == 10 ? 3 : 1, Gen.Const(size == 10 ? "Sizes.Classes" : number)));
    }

    private static string Write(string elements, int count, int style) => style switch
    {
        0 => "new[] { " + (count == 0 ? "0" : elements) + " }",
        1 => "new int[] { " + elements + " }",
        2 => FormattableString.Invariant($"new int[{count}] {{ {elements} }}"),
        3 => "[" + elements + "]",
        4 => "shape: new int[] { " + elements + ", }",
        5 => "shape: [" + elements + "]",
        6 when count == 1 => "shape: " + elements,
        7 => elements.Replace(", ", ",\n    ", StringComparison.Ordinal),
        _ => elements,
    };
}
