using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Combines truth values. Known ones are folded at once: a kernel has masks, but none that is always true.</summary>
internal static class Truth
{
    public static Expr Of(bool holds) => new Constant(holds ? 1 : 0, IrType.Boolean);

    /// <summary>Whether it holds, if that is known at compile time.</summary>
    public static bool? Known(Expr truth) => truth is Constant { Value.Value: var value } ? value != 0 : null;

    public static Expr Not(Expr operand) => operand switch
    {
        Constant => Of(Known(operand) == false),
        Apply { Op: Op.Not } not => not.Arguments[0],
        _ => Expr.Of(Op.Not, operand),
    };

    public static Expr And(Expr left, Expr right) => (Known(left), Known(right)) switch
    {
        (false, _) or (_, true) => left,
        (true, _) or (_, false) => right,
        _ => Expr.Of(Op.And, left, right),
    };

    public static Expr Or(Expr left, Expr right) => (Known(left), Known(right)) switch
    {
        (true, _) or (_, false) => left,
        (false, _) or (_, true) => right,
        _ => Expr.Of(Op.Or, left, right),
    };

    /// <summary>Whether both hold or neither does.</summary>
    public static Expr Same(Expr left, Expr right) => Select(left, right, Not(right));

    /// <summary>A choice whose parts may have no value; if the condition is known, only the side that it chooses is needed.</summary>
    public static Expr? Choose(Expr? condition, Expr? whenTrue, Expr? whenFalse) =>
        condition is null ? null
        : Known(condition) is { } known ? known ? whenTrue : whenFalse
        : whenTrue is null || whenFalse is null ? null
        : Select(condition, whenTrue, whenFalse);

    /// <summary>A choice between numbers or truth values; if the condition is known, the side that it chooses.</summary>
    public static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) => Known(condition) switch
    {
        true => whenTrue,
        false => whenFalse,
        _ when condition is Apply { Op: Op.Not } not && not.Arguments[0] is Apply { Op: Op.Equal } equal && equal.Arguments[0].Type == IrType.Index => Select(equal, whenFalse, whenTrue),
        _ when (whenTrue, whenFalse) is (Several first, Several second) => new Several(first.Values.Zip(second.Values, (a, b) => Select(condition, a, b)).ToEquatableArray()),
        _ when whenTrue.Type == IrType.Boolean => Or(And(condition, whenTrue), And(Not(condition), whenFalse)),
        _ => Expr.Select(condition, whenTrue, whenFalse),
    };
}
