using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// A way to make one value of many, in four parts: identity, accumulate, combine lanes, finish. Because every loop that
/// reduces carries such a value, unrolling, lanes and tails are rewritings of loops and know nothing of sums or maxima.
/// </summary>
/// <remarks>
/// A scalar sum of float32 terms accumulates in float64. A vector sum accumulates in the terms' own type, for at most
/// <c>BoundAccumulation.TermsPerLane</c> terms a lane, and its lanes are combined in float64.
/// </remarks>
internal sealed record Reduction : IEquatable<Reduction>
{
    private readonly ExactDouble identity;
    private readonly Op accumulate;
    private readonly Op combineLanes;
    private readonly bool widens;

    private Reduction(string name, double identity, Op accumulate, Op combineLanes, bool widens)
    {
        Name = name;
        this.identity = identity;
        this.accumulate = accumulate;
        this.combineLanes = combineLanes;
        this.widens = widens;
    }

    public static Reduction Sum { get; } = new("sum", 0.0, Op.Add, Op.SumLanes, widens: true);

    public static Reduction Maximum { get; } = new("maximum", double.NegativeInfinity, Op.Maximum, Op.MaximumLanes, widens: false);

    public string Name { get; }

    /// <summary>Whether a scalar accumulator is wider than its terms, so that a vector one must be kept short.</summary>
    public bool Widens => widens;

    /// <summary>The type of a scalar accumulator of such terms.</summary>
    public ScalarType AccumulatorType(ScalarType term) => widens ? ScalarType.Double : term;

    /// <summary>The value of no terms at all.</summary>
    public Expr Identity(IrType type) => new Constant(identity, type);

    /// <summary>The accumulator with one term more.</summary>
    public Expr Accumulate(Expr accumulator, Expr term) => Expr.Of(accumulate, accumulator, term.To(accumulator.Type.Scalar));

    /// <summary>One scalar accumulator from the lanes of a vector one.</summary>
    public Expr CombineLanes(Expr lanes, IrType type) => Expr.Of(combineLanes, type, lanes);

    /// <summary>The result, in the terms' type, from the accumulator that has them all.</summary>
    public Expr Finish(Expr accumulator, ScalarType term) => accumulator.To(term);
}
