using static TorchSharp.torch;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>How an input of a loss is drawn.</summary>
/// <param name="Make">Makes it, of this shape, in float64 or as integers.</param>
internal sealed record Draw(Func<long[], Tensor> Make)
{
    public static Draw Normal { get; } = new(static shape => randn(shape, ScalarType.Float64));

    public static Draw Positive { get; } = new(static shape => 0.05 + (2 * rand(shape, ScalarType.Float64)));

    public static Draw Probability { get; } = new(static shape => 0.02 + (0.96 * rand(shape, ScalarType.Float64)));

    /// <summary>Probabilities that sum to 1 along dimension 1.</summary>
    public static Draw Distribution { get; } = new(static shape => randn(shape, ScalarType.Float64).softmax(1));

    /// <summary>Logarithms of such probabilities.</summary>
    public static Draw LogDistribution { get; } = new(static shape => nn.functional.log_softmax(randn(shape, ScalarType.Float64), 1));

    public static Draw Sign { get; } = new(static shape => (2 * randint(0, 2, shape)) - 1);

    public static Draw Answer { get; } = new(static shape => randint(0, 2, shape));

    public static Draw Count { get; } = new(static shape => randint(0, 9, shape));

    /// <summary>Whether a gradient by it is compared.</summary>
    public bool IsLearned { get; private init; }

    /// <summary>Whether it has one number for each location.</summary>
    public bool IsOfLocations { get; private init; }

    /// <summary>Whether it stays integers.</summary>
    public bool IsInteger { get; private init; }

    /// <summary>The same with its gradient.</summary>
    public Draw Learned => this with { IsLearned = true };

    /// <summary>The same with one number for each location.</summary>
    public Draw OfLocations => this with { IsOfLocations = true };

    /// <summary>Labels of ten classes, or as many as are given.</summary>
    public static Draw Labels(int classes = 10) => new(shape => randint(0, classes, shape)) { IsOfLocations = true, IsInteger = true };

    /// <summary>Labels of which about a third are ignored.</summary>
    public static Draw LabelsAnd(long ignored, int classes = 10) => new(shape => randint(0, classes, shape).masked_fill(rand(shape) < 0.3, ignored)) { IsOfLocations = true, IsInteger = true };

    /// <summary>Labels that are all ignored.</summary>
    public static Draw Only(long ignored) => new(shape => full(shape, ignored, ScalarType.Int64)) { IsOfLocations = true, IsInteger = true };

    /// <summary>For each location, a list of some of its classes, ended by −1.</summary>
    public static Draw Lists { get; } = new(static shape =>
    {
        Tensor order = rand(shape).argsort(1);
        return order.masked_fill(arange(shape[1]) >= randint(0, shape[1] + 1, [shape[0], 1]), -1);
    })
    {
        IsInteger = true,
    };

    /// <summary>The same numbers every time.</summary>
    public static Draw Constant(params double[] numbers) => new(_ => tensor(numbers, ScalarType.Float64));

    /// <summary>One number for each class.</summary>
    public static Draw OfClasses(int classes) => new(_ => 0.25 + rand(classes, ScalarType.Float64));

    /// <summary>Draws it for a loss of this shape.</summary>
    /// <param name="shape">The shape of the prediction.</param>
    /// <param name="classAxis">The axis that locations do not have; null if there is none.</param>
    /// <param name="type">The element type.</param>
    public Tensor For(long[] shape, int? classAxis, ScalarType type)
    {
        Tensor drawn = Make(IsOfLocations ? [.. shape.Where((_, axis) => axis != classAxis)] : shape);
        return IsInteger ? drawn : drawn.to(type).requires_grad_(IsLearned);
    }
}
