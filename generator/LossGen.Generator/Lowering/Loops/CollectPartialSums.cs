using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Sums exponentials of several steps in their own type, float32, before one addition in float64: Σ over steps = Σ over pieces of <see cref="MostSteps"/>
/// steps, each a float32. Widening every step's took as long as a quarter of computing it.
/// </summary>
/// <remarks>
/// Only where no term is above 1, so that no partial sum overflows. It has at most ten roundings, those of the pairs within a step included: 6e-7 of it
/// if all went one way, but those of its eight lanes even out.
/// </remarks>
internal static class CollectPartialSums
{
    public static Pass Pass { get; } = new(nameof(CollectPartialSums), "sums exponentials of several steps before it widens their sum", Run)
    {
        Forbids = NodeSet.PendingLanes,
    };

    /// <summary>The longest chain of float32 additions.</summary>
    public const int MostSteps = 8;

    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with { Body = kernel.Body.Exchange(s => s is Loop { Role: LoopRole.Classes, Unroll: > 1 } loop ? Collected(loop, names) : null) };
    }

    private static IEnumerable<Stmt>? Collected(Loop loop, Names names)
    {
        int step = loop.Step * loop.Unroll, piece = step * MostSteps;
        if (loop.Length is not { } length
            || length <= step
            || !loop.Accumulators.Any(HasPartialSum)
            || !loop.Accumulators.All(accumulator => HasPartialSum(accumulator) || accumulator.Reduction.IsIdempotent))
        {
            return null;
        }

        // A maximum of maxima is the same, so those go along.
        Accumulator[] partial = [.. loop.Accumulators.Select(accumulator => HasPartialSum(accumulator)
            ? new Accumulator(Piece(accumulator, Reduction.PartialSum.AccumulatorType(TermType(accumulator))), Reduction.PartialSum)
            : accumulator with { Result = Piece(accumulator, accumulator.Result.Type), Initial = null })];
        Loop inner = loop.Carrying(partial);
        if (length <= piece)
        {
            return loop.Accumulators.Select((whole, i) => (Stmt)new Declare(whole.Result, whole.With(partial[i].Result))).Prepend(inner);
        }

        Variable start = new(names.Fresh(loop.Index.Name + "Start"), IrType.Index), end = new(names.Fresh(loop.Index.Name + "End"), IrType.Index);
        Stmt[] body = length % piece == 0
            ? [inner with { From = start, To = start + Expr.Position(piece) }]
            : [new Declare(end, Expr.Of(Op.IndexMinimum, start + Expr.Position(piece), loop.To)), inner with { From = start, To = end }];
        return
        [
            new Loop(
                start,
                loop.From,
                loop.To,
                LoopRole.Pieces,
                loop.Accumulators,
                body.Concat(loop.Accumulators.Select((whole, i) => (Stmt)new Accumulate(whole.Result.Name, partial[i].Result))).ToEquatableArray(),
                Step: piece),
        ];

        Variable Piece(Accumulator accumulator, IrType type) => new(names.Fresh(accumulator.Result.Name + "Piece"), type);

        IEnumerable<Expr> Terms(Accumulator accumulator) => loop.Body.OfType<Accumulate>().Where(term => term.Accumulator == accumulator.Result.Name).Select(static term => term.Term);

        IrType TermType(Accumulator accumulator) => Terms(accumulator).First().Type;

        // The lanes of a row are parts of one sum, in which their roundings even out. Those of a tile are sums of their own, which would have as many roundings each.
        bool HasPartialSum(Accumulator accumulator) => accumulator.Reduction == Reduction.Sum
            && TermType(accumulator) is { Scalar: ScalarType.Single } term
            && term.Lanes > accumulator.Result.Type.Lanes
            && Terms(accumulator).All(value => IsFraction(value, loop));
    }

    // From 0 to 1, or NaN.
    private static bool IsFraction(Expr value, Loop loop) => value switch
    {
        Constant constant => constant.Value.Value is >= 0 and <= 1,
        Apply { Op: Op.ExpNonPositive } => true,
        Apply { Op: Op.Select } choice => IsFraction(choice.Arguments[1], loop) && IsFraction(choice.Arguments[2], loop),
        Variable variable => loop.Body.OfType<Declare>().FirstOrDefault(declare => declare.Variable == variable) is { } declared && IsFraction(declared.Value, loop),
        _ => false,
    };
}
