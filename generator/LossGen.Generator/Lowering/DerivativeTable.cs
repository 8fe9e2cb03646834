using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// The partial derivatives of each op with respect to its arguments. An op without derivative (a comparison, positions,
/// lanes) has an empty row: what depends on an input through it is constant almost everywhere.
/// </summary>
internal static class DerivativeTable
{
    private static readonly Func<Apply, Expr?[]> Constant = static _ => [];

    private static readonly Dictionary<Op, Func<Apply, Expr?[]>> Rows = new()
    {
        [Op.Add] = static e => [e.Like(1), e.Like(1)],
        [Op.Subtract] = static e => [e.Like(1), e.Like(-1)],
        [Op.Multiply] = static e => [e.Arguments[1], e.Arguments[0]],
        [Op.Divide] = static e => [e.Like(1) / e.Arguments[1], -(e / e.Arguments[1])],
        [Op.Negate] = static e => [e.Like(-1)],
        [Op.Square] = static e => [2.0 * e.Arguments[0]],
        [Op.FusedMultiplyAdd] = static e => [e.Arguments[1], e.Arguments[0], e.Like(1)],

        // At a tie the second argument: the branch the select takes.
        [Op.Minimum] = static e => ByBranch(e, Op.Minimum),
        [Op.Maximum] = static e => ByBranch(e, Op.Maximum),
        [Op.Exp] = static e => [e],
        [Op.Log] = static e => [e.Like(1) / e.Arguments[0]],
        [Op.Log1P] = static e => [e.Like(1) / (e.Like(1) + e.Arguments[0])],
        [Op.Select] = static e => [null, Expr.Select(e.Arguments[0], e.Like(1), e.Like(0)), Expr.Select(e.Arguments[0], e.Like(0), e.Like(1))],
        [Op.Convert] = static e => [e.Arguments[0].Like(1)],
        [Op.Equal] = Constant,
        [Op.RoundDown] = Constant,
        [Op.IndexQuotient] = Constant,
        [Op.IndexRemainder] = Constant,
        [Op.Broadcast] = Constant,
        [Op.LaneIndices] = Constant,
        [Op.SumHalves] = Constant,
        [Op.SumLanes] = Constant,
        [Op.MaximumLanes] = Constant,
    };

    public static bool Contains(Op op) => Rows.ContainsKey(op);

    /// <summary>One derivative an argument, null or missing where it is 0.</summary>
    public static Expr?[] Partials(Apply apply) => Rows[apply.Op](apply);

    private static Expr?[] ByBranch(Apply e, Op op)
    {
        Expr takesSecond = Expr.Of(Op.Equal, Expr.Of(op, e.Arguments[0], e.Arguments[1]), e.Arguments[1]);
        return [Expr.Select(takesSecond, e.Like(0), e.Like(1)), Expr.Select(takesSecond, e.Like(1), e.Like(0))];
    }
}
