using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>
/// Products of 0 and ∞ that have a limit, so that a cross entropy E of 0 or ∞, from a prediction that is certain and right or certain and wrong, has
/// a gradient. All other factors stay outside the limit, so that NaN in one of them still shows, and so does a factor that grows as fast.
/// </summary>
internal static class LimitRules
{
    private const string Limit = "the limit where it is 0·∞";

    // These combine slowly growing functions into slowly growing ones.
    private static readonly NodeSet Arithmetic = NodeSet.Of(Op.Add, Op.Subtract, Op.Multiply, Op.Square, Op.Negate, Op.Absolute, Op.Convert, Op.RoundToSingle);

    // Only of E itself: any other argument may be negative where exp(−E) = 0, and then they have no value.
    private static readonly NodeSet OfPositive = NodeSet.Of(Op.SquareRoot, Op.Log, Op.Log2, Op.Log1P);

    public static IReadOnlyList<Rule> All { get; } =
    [
        .. OfSlopeOfPower(static slope => new Rewrite(slope(-ExpM1(-X)) * X, "z·r, r = x/(1 − exp(−x)) or 1", static (match, _) => match[Z] * Ratio(match[X], -Of(Op.ExpM1, -match[X]), limit: 1)) { Examples = [slope(-ExpM1(-X)) * X], Purpose = Limit }),
        .. OfSlopeOfPower(static slope => new Rewrite(slope(X) * X, "z", static (match, _) => match[Z]) { Examples = [slope(X) * X], Purpose = Limit }),
        .. OfSlopeOfPower(static slope => new Rewrite(slope(X) * Log(C), "z·r, r = log c/x or −1, x being 1 − c", static (match, _) => match[Z] * Ratio(match[X], Log(match[C]), limit: -1))
        {
            Condition = static match => AddUp(match[X], match[C], 1),
            Examples = [slope(One - X) * Log(X)],
            Purpose = Limit,
        }),
        .. OfSlopeOfPower(static slope => new Rewrite(slope(X) * Log1P(C), "z·r, r = log(1 + c)/x or −1, x being −c", static (match, _) => match[Z] * Ratio(match[X], Log1P(match[C]), limit: -1))
        {
            Condition = static match => AddUp(match[X], match[C], 0),
            Examples = [slope(X) * Log1P(-X)],
            Purpose = Limit,
        }),

        // Where exp(x) = 0 because it, or a part of it, is infinite: exp(−exp(y))·exp(y).
        new Rewrite(Exp(X) * Exp(Y), "0 where exp(x) = 0, x being made of exp(y)", static (match, _) => Of(Op.MultiplyOrZero, Exp(match[X]), Exp(match[Y])))
        {
            Condition = static match => match[X].PostOrder().Any(part => part is Apply { Op: Op.Exp or Op.ExpM1 } inner && Canonical.AreSame(inner.Arguments[0], match[Y])),
            Examples = [Exp(-Exp(X)) * Exp(X), Exp(-(Y * ExpM1(X))) * Exp(X)],
            Purpose = Limit,
        },

        // Where exp(−E) = 0, whatever E is.
        new Rewrite(Exp(-X) * Y, "0 where exp(−x) = 0, y growing more slowly than exp(x)", static (match, _) => Of(Op.MultiplyOrZero, Exp(-match[X]), match[Y]))
        {
            Condition = static match => match[Y].Mentions(match[X]) && IsSlow(match[Y], match[X]),
            Examples = [Exp(-X) * X, Exp(-X) * Square(X)],
            Purpose = Limit,
        },
        new Rewrite(Of(Op.MultiplyOrZero, Exp(-X), Y) * Z, "the same of y·z", static (match, _) => Of(Op.MultiplyOrZero, Exp(-match[X]), match[Y] * match[Z]))
        {
            Condition = static match => match[Z].Mentions(match[X]) && IsSlow(match[Z], match[X]),
            Examples = [Of(Op.MultiplyOrZero, Exp(-X), X) * Square(X)],
            Purpose = Limit,
        },
    ];

    // x^(y − 1) is z/x, with z = x^y: times a factor as small as x it has a limit at x = 0. The derivative of a power also has the factor y, which makes it 0 at y = 0.
    private static IEnumerable<Rule> OfSlopeOfPower(Func<Func<Expr, Expr>, Rewrite> rule) =>
    [
        WithPowers(rule(static x => Of(Op.PowerLessOne, x, Y, Z))),
        WithPowers(rule(static x => Of(Op.MultiplyOrZero, Y, Of(Op.PowerLessOne, x, Y, Z))).Times(Y)),
    ];

    // In examples, z is the power.
    private static Rewrite WithPowers(Rewrite rule)
    {
        rule.Examples = [.. rule.Examples.Select(static example => example.Rewrite(static part =>
            part is Apply { Op: Op.PowerLessOne } slope ? Of(Op.PowerLessOne, slope.Arguments[0], slope.Arguments[1], Of(Op.Power, slope.Arguments[0], slope.Arguments[1])) : part))];
        return rule;
    }

    private static bool AddUp(Expr x, Expr y, double sum) => Polynomial.Of(x).Plus(Polynomial.Of(y)).Value == sum;

    // The quotient of two that are equally small; the limit where both are 0.
    private static Expr Ratio(Expr x, Expr y, double limit) => limit > 0
        ? Select(Of(Op.Equal, x, x.Like(0)), x.Like(limit), x / y).As("ratio")
        : Select(Of(Op.Equal, x, x.Like(0)), x.Like(limit), y / x).As("ratio");

    // Whether it is built from E alone and, as E grows, exp(E) outgrows it.
    private static bool IsSlow(Expr expr, Expr e) => expr == e || expr switch
    {
        Constant { Value.Value: var value } => !double.IsNaN(value) && !double.IsInfinity(value),
        Named named => IsSlow(named.Value, e),
        Apply { Op: Op.Select } choice => IsSlow(choice.Arguments[1], e) && IsSlow(choice.Arguments[2], e),
        Apply { Op: Op.Divide } quotient => OneMinusDecayOf(quotient.Arguments[1]) == e && IsSlow(quotient.Arguments[0], e),
        Apply { Op: Op.Power } power => power.Arguments[0] == e && power.Arguments[1] is Constant && IsSlow(power.Arguments[1], e),
        Apply { Op: var op } made when OfPositive.Overlaps(NodeSet.Of(op)) => made.Arguments[0] == e,
        Apply { Op: var op } made when Arithmetic.Overlaps(NodeSet.Of(op)) => made.Arguments.All(argument => IsSlow(argument, e)),
        _ => false,
    };

    // E in 1 − exp(−E).
    private static Expr? OneMinusDecayOf(Expr expr) =>
        expr is Apply { Op: Op.Negate } negate && negate.Arguments[0] is Apply { Op: Op.ExpM1 } excess && excess.Arguments[0] is Apply { Op: Op.Negate } negative
            ? negative.Arguments[0]
            : null;
}
