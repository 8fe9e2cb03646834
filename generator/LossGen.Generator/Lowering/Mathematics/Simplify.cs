using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Applies identities until none applies. Each holds bit for bit for every input, except for powers of two where a product over- or underflows (see
/// <see cref="Expr"/>), so a rule can be used wherever it matches.
/// </summary>
internal static class Simplify
{
    public static Pass Pass { get; } = new(nameof(Simplify), "applies identities that hold for every input", Run)
    {
        Forbids = NodeSet.Derivatives,
    };

    // By op, in the order in which they are tried; any op of constants is folded.
    private static readonly Dictionary<Op, Func<Apply, Expr?>[]> Rules = new()
    {
        [Op.Add] = [FactorOne, AddSame, AddNegative, AddDistance, ConstantLast],
        [Op.Subtract] = [FactorOne, AddNegative],
        [Op.Multiply] = [FactorOne, ConstantFirst, MergePowersOfTwo, MovePowerOfTwoOut, MoveNegationOut, ConstantLast],
        [Op.Divide] = [FactorOne, DivideByPowerOfTwo, MoveNegationOut],
        [Op.IndexQuotient] = [FactorOne],
        [Op.IndexRemainder] = [FactorOne],
        [Op.Negate] = [MoveNegationOut],
        [Op.Square] = [EvenOfNegative],
        [Op.Absolute] = [EvenOfNegative],
        [Op.Select] = [SelectOfSame, SelectOfNever, SelectOfKnown],
        [Op.Equal] = [EqualToItself, KnownInAllLanes],
        [Op.LessThanOrEqual] = [EqualToItself],
        [Op.LessThan] = [LessThanItself, KnownInAllLanes],
        [Op.Not] = [NotKnown],
        [Op.And] = [Both],
        [Op.Or] = [Either],
        [Op.FastMaximum] = [GreaterThanNothing],
        [Op.MultiplyOrZero] = [FactorNotZero],
    };

    private static readonly Func<Expr, Expr> Everywhere = Rewriting.BottomUp(NodeSet.Ops, Node);
    private static readonly Func<Expr, Expr> OfConstants = Rewriting.BottomUp(NodeSet.Ops, static expr => expr is Apply apply && FoldConstants(apply) is { } folded ? folded : expr);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.Rewrite(NodeSet.Ops, Node) };

    public static Expr Expression(Expr expr) => Everywhere(expr);

    /// <summary>Folds ops of constants, and nothing else: what is written twice is then the same in both places, whichever of them another rule rewrites.</summary>
    public static Expr Constants(Expr expr) => OfConstants(expr);

    private static Expr Node(Expr expr)
    {
        // A rule's result is built from simplified parts, but may itself match another rule.
        while (expr is Apply apply && FirstResult(apply) is { } simpler)
        {
            expr = simpler is Apply made ? made.MapChildren(Node) : simpler;
        }

        return expr;
    }

    private static Expr? FirstResult(Apply apply)
    {
        if (FoldConstants(apply) is { } folded)
        {
            return folded;
        }

        foreach (Func<Apply, Expr?> rule in Rules.TryGetValue(apply.Op, out Func<Apply, Expr?>[]? rules) ? rules : [])
        {
            if (rule(apply) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    // c₁ ∘ c₂ → c
    private static Expr? FoldConstants(Apply e)
    {
        if (e.Type.IsVector || e.Type.Scalar == ScalarType.Boolean || e.Arguments.Count == 0 || !e.Arguments.All(static a => a is Constant))
        {
            return null;
        }

        double? folded = Evaluation.Fold(e.Op, [.. e.Arguments.Select(static a => ((Constant)a).Value.Value)]);
        return folded is { } value ? new Constant(e.Type.Scalar == ScalarType.Single ? (float)value : value, e.Type) : null;
    }

    // 1·x → x, x/1 → x, −1·x → −x
    private static Expr? FactorOne(Apply e) => (e.Op, Value(e, 0), Value(e, 1)) switch
    {
        (Op.Multiply, 1.0, _) => e.Arguments[1],
        (Op.Multiply, _, 1.0) or (Op.Divide, _, 1.0) or (Op.IndexQuotient, _, 1.0) => e.Arguments[0],
        (Op.IndexRemainder, _, 1.0) => e.Like(0),
        (Op.Multiply, -1.0, _) => -e.Arguments[1],
        (Op.Add, 0.0, _) when e.Type == IrType.Index => e.Arguments[1],
        (Op.Add or Op.Subtract, _, 0.0) when e.Type == IrType.Index => e.Arguments[0],
        _ => null,
    };

    // c·x, or 0 where c is 0 → c·x, for a c that is not 0
    private static Expr? FactorNotZero(Apply e) => Value(e, 0) is { } factor && factor != 0 ? e.Arguments[0] * e.Arguments[1] : null;

    // (i + k)·c → i·c + k·c and a + (i + k) → (a + i) + k, for positions: neighbours then differ only by a constant, which an address absorbs at no cost
    private static Expr? ConstantLast(Apply e)
    {
        if (e.Type != IrType.Index || e.Arguments.Count != 2)
        {
            return null;
        }

        return e.Op switch
        {
            Op.Multiply when Offset(e.Arguments[0]) is var (i, k) && Value(e, 1) is { } factor => (i * e.Arguments[1]) + Expr.Position((int)(k * factor)),
            Op.Add when Offset(e.Arguments[1]) is var (i, k) => (e.Arguments[0] + i) + Expr.Position(k),
            Op.Add when Offset(e.Arguments[0]) is var (i, k) && e.Arguments[1] is Constant => i + Expr.Position(k + (int)Value(e, 1)!),
            Op.Add when Offset(e.Arguments[0]) is var (i, k) => (i + e.Arguments[1]) + Expr.Position(k),
            _ => null,
        };
    }

    private static (Expr Index, int Offset)? Offset(Expr position) =>
        position is Apply { Op: Op.Add } sum && sum.Arguments[1] is Constant offset ? (sum.Arguments[0], (int)offset.Value.Value) : null;

    // a + (b − a) → b, for positions
    private static Expr? AddDistance(Apply e) =>
        e.Op == Op.Add && e.Type == IrType.Index && e.Arguments[1] is Apply { Op: Op.Subtract } distance && distance.Arguments[1] == e.Arguments[0]
            ? distance.Arguments[0]
            : null;

    // x·c → c·x
    private static Expr? ConstantFirst(Apply e) =>
        e.Op == Op.Multiply && e.Type.IsFloating && e.Arguments[1] is Constant && e.Arguments[0] is not Constant
            ? e.Arguments[1] * e.Arguments[0]
            : null;

    // c₁·(c₂·x) → (c₁c₂)·x, for powers of two whose product the type can hold
    private static Expr? MergePowersOfTwo(Apply e) =>
        e.Op == Op.Multiply && Value(e, 0) is { } outer && e.Arguments[1].Unnamed() is Apply { Op: Op.Multiply } product
            && Value(product, 0) is { } inner && IsPowerOfTwo(outer) && IsPowerOfTwo(inner) && IsNormal(outer * inner, e.Type)
            ? (outer * inner) * product.Arguments[1]
            : null;

    // y·(c·x) → c·(y·x), for powers of two that change little where y·x is at an end of the type's range
    private static Expr? MovePowerOfTwoOut(Apply e) =>
        e.Op == Op.Multiply && e.Type.IsFloating && e.Arguments[0] is not Constant && e.Arguments[1] is Apply { Op: Op.Multiply } product
            && Value(product, 0) is { } factor && IsPowerOfTwo(factor) && Math.Abs(factor) is >= 0.25 and <= 4.0
            ? factor * (e.Arguments[0] * product.Arguments[1])
            : null;

    // x/c → (1/c)·x, for powers of two whose reciprocal is one as well
    private static Expr? DivideByPowerOfTwo(Apply e) =>
        e.Type.IsFloating && Value(e, 1) is { } divisor && IsPowerOfTwo(divisor) && Math.Abs(divisor) is > 1e-37 and < 1e37
            ? (1 / divisor) * e.Arguments[0]
            : null;

    // x + x → 2·x
    private static Expr? AddSame(Apply e) =>
        e.Op == Op.Add && e.Type.IsFloating && e.Arguments[0] == e.Arguments[1] ? 2.0 * e.Arguments[0] : null;

    // (−x)·y → −(x·y), also in quotients; −(−x) → x
    private static Expr? MoveNegationOut(Apply e) => e.Op switch
    {
        Op.Multiply or Op.Divide when Negated(e.Arguments[0]) is { } x => -Expr.Of(e.Op, x, e.Arguments[1]),
        Op.Multiply or Op.Divide when Negated(e.Arguments[1]) is { } y => -Expr.Of(e.Op, e.Arguments[0], y),
        Op.Negate when Negated(e.Arguments[0]) is { } x => x,
        _ => null,
    };

    // x + (−y) → x − y, (−x) + y → y − x, x − (−y) → x + y, also for constants
    private static Expr? AddNegative(Apply e) => e.Op switch
    {
        Op.Add when e.Type.IsFloating && Value(e, 1) < 0 => e.Arguments[0] - e.Like(-Value(e, 1)!.Value),
        Op.Add when Negated(e.Arguments[1]) is { } y => e.Arguments[0] - y,
        Op.Add when Negated(e.Arguments[0]) is { } x => e.Arguments[1] - x,
        Op.Subtract when Negated(e.Arguments[1]) is { } y => e.Arguments[0] + y,
        _ => null,
    };

    // (−x)² → x², |−x| → |x|
    private static Expr? EvenOfNegative(Apply e) => Negated(e.Arguments[0].Unnamed()) is { } x ? Expr.Of(e.Op, x) : null;

    // c ? x : x → x
    // (true ? a : b) → a
    private static Expr? SelectOfKnown(Apply e) => e.Arguments[0] is Constant { Value.Value: var holds } ? e.Arguments[holds != 0 ? 1 : 2] : null;

    private static Expr? SelectOfSame(Apply e) => e.Op == Op.Select && e.Arguments[1] == e.Arguments[2] ? e.Arguments[1] : null;

    // x < x ? a : b → b
    private static Expr? SelectOfNever(Apply e) =>
        e.Arguments[0] is Apply { Op: Op.LessThan } comparison && comparison.Arguments[0] == comparison.Arguments[1] ? e.Arguments[2] : null;

    // x = x and x ≤ x → isNumber(x), which C# compiles without a warning
    private static Expr? EqualToItself(Apply e) => e.Arguments[0] != e.Arguments[1] ? null
        : e.Arguments[0].Type.IsFloating ? Expr.Of(Op.IsNumber, e.Arguments[0])
        : e.Arguments[0].Type == IrType.Index ? new Constant(1, IrType.Boolean)
        : null;

    // x < x never holds, not even for NaN.
    private static Expr? LessThanItself(Apply e) => e.Arguments[0] == e.Arguments[1] && e.Type == IrType.Boolean ? new Constant(0, IrType.Boolean) : null;

    // A comparison of two numbers that are the same in all lanes.
    private static Expr? KnownInAllLanes(Apply e) =>
        e.Arguments[0] is Apply { Op: Op.Broadcast } first && e.Arguments[1] is Apply { Op: Op.Broadcast } second && first.Arguments[0] is Constant left && second.Arguments[0] is Constant right
            ? new Constant(Evaluation.Fold(e.Op, [left.Value.Value, right.Value.Value])!.Value, e.Type)
            : null;

    private static Expr? NotKnown(Apply e) => Value(e, 0) is { } holds ? new Constant(holds != 0 ? 0 : 1, e.Type) : null;

    private static Expr? Both(Apply e) => (Value(e, 0), Value(e, 1)) switch
    {
        (0, _) => e.Arguments[0],
        (_, 0) => e.Arguments[1],
        (not null, _) => e.Arguments[1],
        (_, not null) => e.Arguments[0],
        _ => null,
    };

    private static Expr? Either(Apply e) => (Value(e, 0), Value(e, 1)) switch
    {
        (0, _) => e.Arguments[1],
        (_, 0) => e.Arguments[0],
        (not null, _) => e.Arguments[0],
        (_, not null) => e.Arguments[1],
        _ => null,
    };

    // fastMax(−∞, x) → x, also for lanes
    private static Expr? GreaterThanNothing(Apply e) => e.Op == Op.FastMaximum && Value(e, 0) == double.NegativeInfinity ? e.Arguments[1] : null;

    // Below, a product would have been rounded.
    private static bool IsNormal(double value, IrType type) =>
        Math.Abs(value) >= type.SmallestNormal && Math.Abs(value) <= (type.Scalar == ScalarType.Single ? float.MaxValue : double.MaxValue);

    public static bool IsPowerOfTwo(double value)
    {
        const long Mantissa = (1L << 52) - 1;
        return value != 0 && !double.IsInfinity(value) && !double.IsNaN(value) && (BitConverter.DoubleToInt64Bits(value) & Mantissa) == 0;
    }

    private static double? Value(Apply e, int argument) =>
        argument < e.Arguments.Count && e.Arguments[argument] is Constant constant ? constant.Value.Value : null;

    private static Expr? Negated(Expr expr) => expr is Apply { Op: Op.Negate } negate ? negate.Arguments[0] : null;
}
