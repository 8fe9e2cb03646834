using System.Globalization;
using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Constant weights, from none to ten thousand of them, with their mode and every way to write an array.</summary>
internal static class WeightsTexts
{
    private const int MostOfADataPoint = 3_000;

    private static readonly Gen<string> Weight = Gen.Frequency(
        (16, Gen.OneOf("1", "0.5", "2f", "0", "3.25", "1e-3", "'a'", "10L", "float.MaxValue", "Sizes.Third", "-0.0")),
        (1, Gen.OneOf("double.Epsilon", "double.MaxValue", "1e300", "(double)2m", "1.0 / 3")));

    private static readonly Gen<string> RefusedWeight = Gen.OneOf(
        "-1", "double.NaN", "double.PositiveInfinity", "-double.Epsilon", "0.0 / 0", "default", "1, 1", "-1e300");

    private static readonly Gen<string> BrokenWeight = Gen.OneOf("Sizes.Half", "\"2\"", "2m", "null", "Unknown", "", "1 / 0", "true", ".. new[] { 2.0 }", "new()");

    private static readonly Gen<string> RefusedArray = Gen.OneOf("null", "[]", "(double[])null!", "new double[0]", "new double[3]", "default", "default(double[])");

    private static readonly Gen<string> BrokenArray = Gen.OneOf(
        "new int[] { 1, 2 }", "new float[] { 1 }", "new object[] { 1.0 }", "new[,] { { 1.0 } }", "1", "{ 1, 2 }", "new double[Sizes.Variable]",
        "new[] { 1, 2 }", "\"\"", "[1,", "[1]]");

    /// <summary>The properties that give weights to a loss of these dimensions; the count mostly fits.</summary>
    public static Gen<string> Given(int[] sizes, int classAxis, Taste taste) =>
        from perClass in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        let dataPoint = sizes.Where(static size => size != Shape.Batch).Aggregate(1L, static (product, size) => product * size)
        let isPerClass = perClass || dataPoint > MostOfADataPoint
        let needed = !isPerClass ? (int)dataPoint : classAxis >= 0 && classAxis < sizes.Length && sizes[classAxis] > 0 ? sizes[classAxis] : 2
        from count in Gen.Frequency(
            (100 - taste.Wild, Gen.Const(needed)),
            (taste.Wild, Gen.OneOf(0, 1, needed + 1, Math.Max(0, needed - 1), 10_000)))
        from pattern in Weight.Array[Math.Clamp(count, 1, 16)]
        from isZero in Gen.Int[0, 99]
        from middle in new Aspect(Gen.Const(pattern[^1]), RefusedWeight, BrokenWeight).At(taste)
        from style in Gen.Int[0, 5]
        let elements = Enumerable.Range(0, count).Select(index => isZero < taste.Refused / 2 ? "0" : index == count / 2 ? middle : pattern[index % pattern.Length])
        from array in new Aspect(Gen.Const(Write(string.Join(", ", elements), count, style)), RefusedArray, BrokenArray).At(taste)
        select "Weighting = WeightingMode." + (isPerClass ? "PerClass" : "PerDataPoint") + ", Weights = " + array;

    private static string Write(string elements, int count, int style) => style switch
    {
        0 => "new double[" + count.ToString(CultureInfo.InvariantCulture) + "] { " + elements + " }",
        1 => "new double[] { " + elements + " }",
        2 => "new[] { " + (count == 0 ? "1.0" : "1.0 * " + elements) + " }",
        3 => "new double[] { " + elements + ", }",
        _ => "[" + elements + "]",
    };
}
