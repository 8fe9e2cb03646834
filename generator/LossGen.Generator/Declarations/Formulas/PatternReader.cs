using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads patterns that compare with constants, and the switch expressions that are made of them.</summary>
internal sealed class PatternReader(FormulaReader formula, ExpressionReader expressions)
{
    private const string Comparisons = "a pattern of a formula compares with constants (< 0, >= 1, 2, and, or, not, _)";

    /// <summary>The value of the first arm that matches; the last one has to match always.</summary>
    public Expr? Switch(ISwitchExpressionOperation choice, FormulaScope scope)
    {
        if (expressions.Read(choice.Value, scope) is not { } tested)
        {
            return null;
        }

        List<(Expr Condition, Expr Value)> arms = [];
        bool isWhole = true;
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            if (Condition(arm, tested, scope) is { } condition && expressions.Read(arm.Value, scope) is { } value)
            {
                arms.Add((condition, value));
            }
            else
            {
                isWhole = false;
            }
        }

        if (!isWhole)
        {
            return null;
        }

        if (arms.Count == 0 || arms[arms.Count - 1].Condition is not Constant { Value.Value: 1.0 })
        {
            formula.Problems.Refuse(choice, "the last arm has to be _, so that every number has a value");
            return null;
        }

        return arms.Take(arms.Count - 1).Reverse().Aggregate(arms[arms.Count - 1].Value, static (otherwise, arm) => ExpressionReader.Select(arm.Condition, arm.Value, otherwise));
    }

    /// <summary>Whether a value matches a pattern.</summary>
    public Expr? Matches(IPatternOperation pattern, Expr tested, FormulaScope scope)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new Constant(1, IrType.Boolean);
            case IConstantPatternOperation constant:
                return expressions.Read(constant.Value, scope) is { } value ? EqualTo(tested, value) : null;
            case IRelationalPatternOperation relation:
                return expressions.Read(relation.Value, scope) is { } limit ? Compared(relation.OperatorKind, tested, limit) : null;
            case INegatedPatternOperation negated:
                return Matches(negated.Pattern, tested, scope) is { } inner ? ExpressionReader.Not(inner) : null;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both:
                return Matches(both.LeftPattern, tested, scope) is var left && Matches(both.RightPattern, tested, scope) is var right && left is not null && right is not null
                    ? Expr.Of(both.OperatorKind == BinaryOperatorKind.And ? Op.And : Op.Or, left, right)
                    : null;
            default:
                formula.Problems.Refuse(pattern, Comparisons);
                return null;
        }
    }

    private Expr? Condition(ISwitchExpressionArmOperation arm, Expr tested, FormulaScope scope)
    {
        Expr? matches = Matches(arm.Pattern, tested, scope);
        if (arm.Guard is not { } guard || matches is null)
        {
            return matches;
        }

        Expr? holds = expressions.Read(guard, scope);
        return holds is null || matches is Constant { Value.Value: 1.0 } ? holds : Expr.Of(Op.And, matches, holds);
    }

    // A pattern matches NaN with NaN, where == does not.
    private static Expr EqualTo(Expr tested, Expr constant) => constant switch
    {
        Constant { Value.Value: var value } when double.IsNaN(value) => ExpressionReader.Not(Expr.Of(Op.IsNumber, tested)),
        Constant { Type.Scalar: ScalarType.Boolean, Value.Value: var truth } => truth != 0 ? tested : ExpressionReader.Not(tested),
        _ => Expr.Of(Op.Equal, tested, constant),
    };

    private static Expr? Compared(BinaryOperatorKind kind, Expr tested, Expr limit) => kind switch
    {
        BinaryOperatorKind.LessThan => Expr.Of(Op.LessThan, tested, limit),
        BinaryOperatorKind.LessThanOrEqual => Expr.Of(Op.LessThanOrEqual, tested, limit),
        BinaryOperatorKind.GreaterThan => Expr.Of(Op.LessThan, limit, tested),
        BinaryOperatorKind.GreaterThanOrEqual => Expr.Of(Op.LessThanOrEqual, limit, tested),
        _ => null,
    };
}
