using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses in every shape, of which an ordinary run tries some each day, in one of the two types.</summary>
internal sealed class AxisCases
{
    private readonly IReadOnlyList<AxisSource> sources;
    private readonly int days;
    private readonly IReadOnlyList<AxisShape> shapes;
    private readonly Func<AxisSource, int, Data, int, double[]> draw;
    private readonly CompiledInEitherType compiled;

    /// <param name="sources">The losses.</param>
    /// <param name="days">After how many days at most all have been tried.</param>
    /// <param name="draw">Draws an input of a loss: by its number, as many values.</param>
    /// <param name="usings">What is written before each file.</param>
    /// <param name="mostClasses">The greatest size of the axis; a loop over it within another is written out.</param>
    public AxisCases(IReadOnlyList<AxisSource> sources, int days, Func<AxisSource, int, Data, int, double[]> draw, string usings = "", int mostClasses = int.MaxValue)
    {
        shapes = [.. AxisShape.All.Where(shape => shape.Classes <= mostClasses)];
        this.sources = sources;

        // Few cases are tried more often, so that no day has none.
        this.days = Math.Min(days, sources.Count * shapes.Count);
        this.draw = draw;
        compiled = new CompiledInEitherType(isDouble => Tried.Select(static row => row.Data)
            .Where(each => RandomRun.OneOf(each, this.days, true, false).Contains(isDouble))
            .Select(each => usings + Source(each).With(Shape(each).Arguments, isDouble, ClassName(each))));
    }

    /// <summary>The numbers of the cases that this run tries.</summary>
    public TheoryData<int> Tried => [.. Enumerable.Range(0, sources.Count * shapes.Count).Where(each => RandomRun.IsTried(each, days))];

    /// <summary>Checks value and gradients of a case.</summary>
    public void Check(int index)
    {
        (AxisSource source, AxisShape shape) = (Source(index), Shape(index));
        Data data = new(index + 1);
        double[][] inputs = [.. source.Inputs.Select((input, i) => draw(source, i, data, shape.CountOf(input)))];
        int[][] labels = [.. Enumerable.Range(0, source.Labels).Select(_ => data.Labels(shape.Locations, shape.Classes))];
        double[][] perClass = [.. Enumerable.Range(0, source.PerClass).Select(_ => data.Uniform(shape.Classes, 0.2, 2))];
        AxisCheck check = new(source, shape, inputs, labels);
        foreach (bool isDouble in RandomRun.OneOf(index, days, true, false))
        {
            check.ValueAndGradients(new AxisLossRun(compiled.Type("Zoo." + ClassName(index), isDouble), isDouble, perClass: perClass), isDouble);
        }
    }

    private AxisSource Source(int index) => sources[index % sources.Count];

    private AxisShape Shape(int index) => shapes[index / sources.Count];

    private static string ClassName(int index) => FormattableString.Invariant($"Axis{index}");
}
