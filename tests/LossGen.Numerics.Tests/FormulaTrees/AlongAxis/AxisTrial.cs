using LossGen.Numerics.Tests.Custom.AlongAxis;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>A formula with the shape, the type and the inputs with which it is tried.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Shape">The shape.</param>
/// <param name="IsDouble">Whether it computes in double.</param>
/// <param name="Seed">From which inputs are drawn.</param>
internal sealed record AxisTrial(AxisFormula Formula, AxisShape Shape, bool IsDouble, int Seed)
{
    // Of every so many trials, one is in float.
    private const int TrialsForOneInFloat = 4;

    // Rows that are shorter and longer than a vector, axes with a stride, and both with several tiles; few locations, as each is evaluated by itself.
    private static readonly AxisShape[] Shapes =
    [
        new("Shape.Batch, 3", [9, 3], 1),
        new("Shape.Batch, 7", [6, 7], 1),
        new("Shape.Batch, 40", [3, 40], 1),
        new("Shape.Batch, 130", [2, 130], 1),
        new("Shape.Batch, 5, 9, Dim = 1", [2, 5, 9], 1),
        new("Shape.Batch, 12, 11, Dim = 1", [2, 12, 11], 1),
        new("Shape.Batch, 3, 20, Dim = 2", [2, 3, 20], 2),
        new("6, Shape.Batch, 4, Dim = 0", [6, 3, 4], 0),
    ];

    // Where formulas have kinks and ties.
    private static readonly double[] Whole = [0, 1, -1, 0.5, 2, -0.5];

    /// <summary>A trial for each of many seeds.</summary>
    public static IReadOnlyList<AxisTrial> Draw(int count, int seed) => [.. Enumerable.Range(0, count).Select(i =>
        new AxisTrial(AxisFormulaGenerator.Draw(unchecked((seed * 1_000_003) + i)), Shapes[(i + seed) % Shapes.Length], i / Shapes.Length % TrialsForOneInFloat != 0, unchecked((seed * 31) + i)))];

    /// <summary>The inputs other than the label: spans, then the number.</summary>
    public double[][] Inputs()
    {
        Random random = new(Seed);
        Data data = new(Seed);
        double[][] inputs =
        [
            .. Enumerable.Range(0, Formula.Spans).Select(_ => data.Normal(Shape.Locations * Shape.Classes, deviation: 1)),
            .. Formula.HasNumber ? [data.Normal(Shape.Locations)] : Array.Empty<double[]>(),
        ];
        return [.. inputs.Select(row => row.Select(x => random.Next(12) == 0 ? Whole[random.Next(Whole.Length)] : x).ToArray())];
    }

    public int[][] Labels() => Formula.HasLabel ? [new Data(Seed + 1).Labels(Shape.Locations, Shape.Classes)] : [];

    public double[][] Weights() => Formula.HasWeights ? [new Data(Seed + 2).Uniform(Shape.Classes, 0.2, 2)] : [];

    /// <summary>How many samples the first part has, where the batch is cut; 0 where it is not.</summary>
    public int Cut() => Shape.BatchIsFirst ? new Random(Seed).Next(1, Shape.Sizes[0]) : 0;
}
