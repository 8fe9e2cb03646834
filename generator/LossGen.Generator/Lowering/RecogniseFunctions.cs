using LossGen.Generator.Kernel;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Puts a function for a combination of others that loses its digits or overflows, so that the function's own derivative, too, is taken instead of theirs:
/// <code>
/// log(1 + exp(x)), log1p(exp(x))               →  softplus(x)
/// log(1 + x), log(1 − x)                       →  log1p(x), log1p(−x)
/// exp(x) − 1, 1 − exp(x)                       →  expm1(x), −expm1(x)
/// 1/(1 + exp(−x)), exp(x)/(1 + exp(x))         →  sigmoid(x)
/// 1 − sigmoid(x)                               →  sigmoid(−x)
/// 1 − tanh(x)²                                 →  4·sigmoid(2x)·sigmoid(−2x)
/// log(sigmoid(x))                              →  −softplus(−x)
/// log(exp(x))                                  →  x
/// exp(x)^b, exp(x)², √exp(x)                   →  exp(b·x), exp(2·x), exp(x/2)
/// log(exp(x) + exp(y))                         →  logAddExp(x, y)
/// log((exp(x) + exp(−x))/2)                    →  logCosh(x)
/// x + softplus(−2·x) − log 2                   →  logCosh(x)
/// √(x² + c), c the same for all elements       →  rootOfSquarePlus(x, c)
/// √(1 + x²) − 1                                →  rootExcess(x)
/// </code>
/// </summary>
internal static class RecogniseFunctions
{
    private static readonly Func<Apply, Expr?>[] Rules =
    [
        Softplus,
        Logarithm,
        LogOfSigmoid,
        PowerOfExponential,
        LogOfCosh,
        LogCoshBySoftplus,
        ExpMinusOne,
        Sigmoid,
        SigmoidOfNegative,
        SlopeOfTanh,
        RootOfSquarePlus,
        RootExcess,
    ];

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(Expression) };

    /// <summary>The same value with every combination that has a function replaced by it, the innermost first.</summary>
    public static Expr Expression(Expr expr) => expr.Rewrite(Node);

    private static Expr Node(Expr expr)
    {
        while (expr is Apply apply && FirstResult(apply) is { } function)
        {
            expr = function;
        }

        return expr;
    }

    private static Expr? FirstResult(Apply apply)
    {
        foreach (Func<Apply, Expr?> rule in Rules)
        {
            if (rule(apply) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    private static Expr? Softplus(Apply e) =>
        e.Op == Op.Log && OnePlus(e.Arguments[0]) is { } term && ArgumentOf(Op.Exp, term) is { } x ? Of(Op.Softplus, x)
        : e.Op == Op.Log1P && ArgumentOf(Op.Exp, e.Arguments[0]) is { } y ? Of(Op.Softplus, y)
        : null;

    private static Expr? Logarithm(Apply e)
    {
        if (e.Op != Op.Log)
        {
            return null;
        }

        return ArgumentOf(Op.Exp, e.Arguments[0]) is { } exponent ? exponent
            : OnePlus(e.Arguments[0]) is { } term ? Log1P(term)
            : Parts(Op.Subtract, e.Arguments[0]) is var (one, x) && IsOne(one) ? Log1P(-x)
            : ArgumentOf(Op.Negate, e.Arguments[0]) is { } negative && ArgumentOf(Op.ExpM1, negative) is { } y ? Log1P(-Exp(y))
            : Parts(Op.Add, e.Arguments[0]) is var (left, right) && ArgumentOf(Op.Exp, left) is { } a && ArgumentOf(Op.Exp, right) is { } b ? Of(Op.LogAddExp, a, b)
            : null;
    }

    private static Expr? LogOfSigmoid(Apply e) =>
        e.Op == Op.Log && ArgumentOf(Op.Sigmoid, e.Arguments[0]) is { } x ? -Of(Op.Softplus, Negative(x)) : null;

    // Also where exp(x) is 0 or infinite and the power, or its slope, need not be. Anything to the power 0 is 1.
    private static Expr? PowerOfExponential(Apply e) => e.Op switch
    {
        Op.Power when ArgumentOf(Op.Exp, e.Arguments[0]) is { } x => Exp(e.Arguments[1] is Constant ? e.Arguments[1] * x : Of(Op.MultiplyOrZero, e.Arguments[1], x)),
        Op.Square when ArgumentOf(Op.Exp, e.Arguments[0]) is { } x => Exp(2.0 * x),
        Op.SquareRoot when ArgumentOf(Op.Exp, e.Arguments[0]) is { } x => Exp(0.5 * x),
        _ => null,
    };

    private static Expr? LogOfCosh(Apply e) =>
        e.Op == Op.Log && Halved(e.Arguments[0]) is { } sum && Parts(Op.Add, sum) is var (left, right)
            && ArgumentOf(Op.Exp, left) is { } x && ArgumentOf(Op.Exp, right) is { } y && (ArgumentOf(Op.Negate, y) == x || ArgumentOf(Op.Negate, x) == y)
            ? Of(Op.LogCosh, x)
            : null;

    private static Expr? LogCoshBySoftplus(Apply e)
    {
        return Parts(Op.Subtract, e) is var (sum, constant) && IsLogOfTwo(constant) && Parts(Op.Add, sum) is var (left, right)
            ? Of(left, right) ?? Of(right, left)
            : null;

        static Expr? Of(Expr x, Expr softplus) =>
            ArgumentOf(Op.Softplus, softplus) is { } argument && Parts(Op.Multiply, argument) is var (factor, y) && factor.Unnamed() is Constant { Value.Value: -2.0 } && y.Unnamed() == x.Unnamed()
                ? Expr.Of(Op.LogCosh, x.Unnamed())
                : null;
    }

    private static Expr? ExpMinusOne(Apply e) => Parts(Op.Subtract, e) is not var (left, right) ? null
        : IsOne(right) && ArgumentOf(Op.Exp, left) is { } x ? Of(Op.ExpM1, x)
        : IsOne(left) && ArgumentOf(Op.Exp, right) is { } y ? -Of(Op.ExpM1, y)
        : null;

    private static Expr? Sigmoid(Apply e) => Parts(Op.Divide, e) is not var (dividend, divisor) || OnePlus(divisor) is not { } term || ArgumentOf(Op.Exp, term) is not { } x ? null
        : IsOne(dividend) ? Of(Op.Sigmoid, Negative(x))
        : ArgumentOf(Op.Exp, dividend)?.Unnamed() == x.Unnamed() ? Of(Op.Sigmoid, x)
        : null;

    private static Expr? SigmoidOfNegative(Apply e) =>
        Parts(Op.Subtract, e) is var (one, other) && IsOne(one) && ArgumentOf(Op.Sigmoid, other) is { } x ? Of(Op.Sigmoid, Negative(x)) : null;

    private static Expr? SlopeOfTanh(Apply e) =>
        Parts(Op.Subtract, e) is var (one, square) && IsOne(one) && SquareRootOf(square) is { } root && ArgumentOf(Op.Tanh, root) is { } x
            ? 4.0 * (Of(Op.Sigmoid, 2.0 * x) * Of(Op.Sigmoid, -2.0 * x))
            : null;

    // The factor that a square has twice.
    private static Expr? SquareRootOf(Expr expr) =>
        ArgumentOf(Op.Square, expr) ?? (Parts(Op.Multiply, expr) is var (left, right) && left == right ? left : null);

    private static Expr? RootOfSquarePlus(Apply e) =>
        e.Op != Op.SquareRoot || Parts(Op.Add, e.Arguments[0]) is not var (left, right) ? null
        : SquareRootOf(left) is { } x && IsSameForAllElements(right) ? Of(Op.RootOfSquarePlus, x, right)
        : SquareRootOf(right) is { } y && IsSameForAllElements(left) ? Of(Op.RootOfSquarePlus, y, left)
        : null;

    private static Expr? RootExcess(Apply e) =>
        Parts(Op.Subtract, e) is var (root, one) && IsOne(one) && root.Unnamed() is Apply { Op: Op.RootOfSquarePlus } function && IsOne(function.Arguments[1])
            ? Of(Op.RootExcess, function.Arguments[0], function.Arguments[1])
            : null;

    // −x, and x again of −x.
    private static Expr Negative(Expr x) => ArgumentOf(Op.Negate, x) ?? -x;

    // x of x/2 and of ½·x.
    private static Expr? Halved(Expr expr) =>
        Parts(Op.Divide, expr) is var (dividend, divisor) && divisor.Unnamed() is Constant { Value.Value: 2.0 } ? dividend
        : Parts(Op.Multiply, expr) is not var (left, right) ? null
        : left.Unnamed() is Constant { Value.Value: 0.5 } ? right
        : right.Unnamed() is Constant { Value.Value: 0.5 } ? left
        : null;

    // What a sum has besides 1.
    private static Expr? OnePlus(Expr expr) =>
        Parts(Op.Add, expr) is not var (left, right) ? null : IsOne(left) ? right : IsOne(right) ? left : null;

    private static (Expr Left, Expr Right)? Parts(Op op, Expr expr) =>
        expr.Unnamed() is Apply apply && apply.Op == op ? (apply.Arguments[0], apply.Arguments[1]) : null;

    private static Expr? ArgumentOf(Op function, Expr expr) =>
        expr.Unnamed() is Apply apply && apply.Op == function ? apply.Arguments[0] : null;

    // Computed by the formula, or written out to the last digit.
    private static bool IsLogOfTwo(Expr expr) => expr.Unnamed() switch
    {
        Constant { Value.Value: var value, Type.Scalar: ScalarType.Single } => (float)value == (float)Math.Log(2),
        Constant { Value.Value: var value } => value == Math.Log(2),
        Apply { Op: Op.Log } log => log.Arguments[0].Unnamed() is Constant { Value.Value: 2.0 },
        _ => false,
    };

    private static bool IsOne(Expr expr) => expr.Unnamed() is Constant { Value.Value: 1.0 };

    private static bool IsSameForAllElements(Expr expr) => !expr.Contents.Overlaps(NodeSet.Loads);
}
