using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// A way to reduce many values to one, in four parts: identity, accumulate, combine lanes, finish. Because every loop that reduces carries such a
/// value, unrolling, lanes and tails are rewritings of loops and know nothing of sums or maxima.
/// </summary>
/// <remarks>
/// A sum is carried in float64, whatever its terms: a scalar sum of float32 terms widens each; a vector sum first adds the terms of one step in pairs
/// (at most three roundings, however long the loop), then widens; several steps' exponentials are one partial sum first. Thus a value does not drift with size. The price: float32 terms above an eighth of
/// the type's range overflow in their pairs, unless the sum is a wide one.
/// </remarks>
internal sealed record Reduction : IEquatable<Reduction>
{
    private readonly ExactDouble identity;
    private readonly Op accumulate;
    private readonly Op? combineHalves;
    private readonly Op? combineLanes;
    private readonly bool widens;
    private readonly bool widensTerms;

    private Reduction(string name, double identity, Op accumulate, Op? combineHalves, Op? combineLanes, bool widens, bool widensTerms = false)
    {
        Name = name;
        this.identity = identity;
        this.accumulate = accumulate;
        this.combineHalves = combineHalves;
        this.combineLanes = combineLanes;
        this.widens = widens;
        this.widensTerms = widensTerms;
    }

    public static Reduction Sum { get; } = new("sum", 0.0, Op.Add, Op.AddHalves, Op.SumLanes, widens: true);

    /// <summary>The sum of terms of any size, such as a user's weights: each is widened before it is added to another.</summary>
    public static Reduction WidenedSum { get; } = new("sum", 0.0, Op.Add, Op.AddHalves, Op.SumLanes, widens: true, widensTerms: true);

    /// <summary>A part of a sum, of so few terms that it is carried in their own type.</summary>
    public static Reduction PartialSum { get; } = new("partial", 0.0, Op.Add, Op.AddHalves, Op.SumLanes, widens: false);

    /// <summary>The sum of terms of which all but one are 0, and which is therefore exact: that one.</summary>
    public static Reduction OneHot { get; } = new("only", 0.0, Op.Add, Op.AddHalves, Op.SumLanes, widens: false);

    /// <summary>log Σ exp of the terms. No loop carries it: <c>Stabilise</c> replaces it by a maximum and sums.</summary>
    public static Reduction LogSumExp { get; } = new("logSumExp", double.NegativeInfinity, Op.LogAddExp, combineHalves: null, combineLanes: null, widens: false);

    public static Reduction Maximum { get; } = new("maximum", double.NegativeInfinity, Op.FastMaximum, Op.MaximumHalves, Op.MaximumLanes, widens: false);

    /// <summary>The maximum of a formula: NaN if any term is. No loop carries it: <c>Stabilise</c> replaces it.</summary>
    public static Reduction PropagatingMaximum { get; } = new("maximum", double.NegativeInfinity, Op.Maximum, combineHalves: null, combineLanes: null, widens: false);

    public string Name { get; }

    /// <summary>Whether a term taken in twice counts only once.</summary>
    public bool IsIdempotent => accumulate == Op.FastMaximum;

    public bool IsSum => accumulate == Op.Add && widens;

    /// <summary>
    /// The accumulator's type for such terms: for a vector of float32, float64 with half the lanes; never more than 256 bits, so that the order of
    /// additions does not depend on the width of vectors.
    /// </summary>
    public IrType AccumulatorType(IrType term) => term.Bits > (int)VectorWidth.Bits256
        ? AccumulatorType(term.WithLanes(term.Lanes / 2))
        : !widens || term.Scalar == ScalarType.Double ? term : IrType.Double.WithLanes(Math.Max(1, term.Lanes / 2));

    /// <summary>The value of no terms.</summary>
    public Expr Identity(IrType type) => new Constant(identity, type);

    /// <summary>The accumulator of a single term.</summary>
    public Expr Of(Expr term, IrType accumulator) => Taken(term, accumulator);

    /// <summary>The accumulator with one more term.</summary>
    public Expr Accumulate(Expr accumulator, Expr term) => Combine(accumulator, Taken(term, accumulator.Type));

    /// <summary>
    /// Terms that are taken in together, as one: those at even places in pairs, those at odd ones in pairs, then these two, so that the result is the
    /// same if two terms of 256 bits are the halves of one.
    /// </summary>
    public Expr Together(IEnumerable<Expr> terms, IrType accumulator)
    {
        List<Expr> all = [.. terms.Select(term => widensTerms ? Taken(term, accumulator) : term)];
        return all.Count == 1 || Folded(all[0], accumulator) != all[0]
            ? InPairs(all)
            : Combine(InPairs([.. all.Where(static (_, i) => i % 2 == 0)]), InPairs([.. all.Where(static (_, i) => i % 2 == 1)]));
    }

    private Expr InPairs(List<Expr> terms)
    {
        while (terms.Count > 1)
        {
            terms = [.. Enumerable.Range(0, (terms.Count + 1) / 2).Select(i => (2 * i) + 1 < terms.Count ? Combine(terms[2 * i], terms[(2 * i) + 1]) : terms[2 * i])];
        }

        return terms[0];
    }

    private Expr Taken(Expr term, IrType accumulator) => Folded(term, accumulator) is var folded && folded.Type.Lanes > accumulator.Lanes
        ? Expr.Of(Op.SumHalves, accumulator, folded)
        : Widened(folded, accumulator);

    // A vector of 512 bits is two terms of 256, which are combined before anything else.
    private Expr Folded(Expr term, IrType accumulator) => term.Type.Bits > accumulator.Bits && term.Type.Lanes > accumulator.Lanes
        ? Folded(Expr.Of(combineHalves!.Value, term.Type.WithLanes(term.Type.Lanes / 2), term), accumulator)
        : term;

    /// <summary>A term in an accumulator's type; one that was narrowed to its own type is taken as it was before narrowing.</summary>
    public static Expr Widened(Expr term, IrType type) =>
        term is Apply { Op: Op.Convert } narrowed && narrowed.Arguments[0].Type == type ? narrowed.Arguments[0] : term.To(type.Scalar);

    /// <summary>Two terms, or two accumulators, as one.</summary>
    public Expr Combine(Expr left, Expr right) => Expr.Of(accumulate, left, right);

    /// <summary>One scalar accumulator from the lanes of a vector accumulator.</summary>
    public Expr CombineLanes(Expr lanes, IrType type) => Expr.Of(combineLanes!.Value, type, lanes);

    /// <summary>The result, in the terms' type, from the accumulator of all terms.</summary>
    public Expr Finish(Expr accumulator, ScalarType term) => accumulator.To(term);
}
