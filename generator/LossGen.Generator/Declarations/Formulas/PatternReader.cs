using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads patterns that compare with constants, and switch expressions on them.</summary>
internal sealed class PatternReader(FormulaReader formula, ExpressionReader expressions)
{
    private const string Comparisons = "a pattern of a formula compares with constants (< 0, >= 1, 2, and, or, not, _)";

    /// <summary>The value of the first arm that matches, as one must; the caller says how values are read.</summary>
    public Expr? Switch(ISwitchExpressionOperation choice, FormulaScope scope, Func<IOperation, FormulaScope, Expr?> read)
    {
        Expr? tested = Tested(choice.Value, scope);
        List<(Expr Condition, Expr Value)> arms = [];
        int skipped = 0;
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            // What a known value rules out is not read, nor what follows the arm that it chooses.
            Expr? condition = Condition(arm, tested, scope);
            if (condition is not null && Truth.Known(condition) == false)
            {
                skipped++;
                continue;
            }

            if (condition is not null && Truth.Known(condition) == true && arms.Count == 0)
            {
                return read(arm.Value, scope);
            }

            if (read(arm.Value, scope) is { } value && condition is not null)
            {
                arms.Add((condition, value));
            }
        }

        if (tested is null || arms.Count + skipped < choice.Arms.Length)
        {
            return null;
        }

        // If C# finds the arms exhaustive, the last one is taken if no other is.
        if (arms.Count == 0 || !(choice.IsExhaustive || Truth.Known(arms[arms.Count - 1].Condition) == true))
        {
            formula.Problems.Refuse(choice, "the last arm has to be _, so that every number has a value");
            return null;
        }

        return arms.Take(arms.Count - 1).Reverse().Aggregate(arms[arms.Count - 1].Value, static (otherwise, arm) => Truth.Select(arm.Condition, arm.Value, otherwise));
    }

    /// <summary>Whether a value matches a pattern; null if a problem was found.</summary>
    public Expr? Test(IIsPatternOperation test, FormulaScope scope) => Tested(test.Value, scope) is { } tested ? Matches(test.Pattern, tested, scope) : null;

    // An integer is compared as a number.
    private Expr? Tested(IOperation operation, FormulaScope scope) =>
        KnownIntegers.IsKnowable(operation.Type) ? expressions.Integer(operation, scope) : expressions.Read(operation, scope);

    private Expr? Matches(IPatternOperation pattern, Expr tested, FormulaScope scope)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Truth.Of(true);
            case IConstantPatternOperation { Value: var constant } when KnownIntegers.IsKnowable(constant.Type):
                return Integers(BinaryOperatorKind.Equals, tested, constant, scope);
            case IConstantPatternOperation constant:
                return expressions.Read(constant.Value, scope) is { } value ? EqualTo(tested, value) : null;
            case IRelationalPatternOperation { Value: var limit } relation when KnownIntegers.IsKnowable(limit.Type):
                return Integers(relation.OperatorKind, tested, limit, scope);
            case IRelationalPatternOperation relation:
                return expressions.Read(relation.Value, scope) is { } bound ? Compared(relation.OperatorKind, tested, bound) : null;
            case INegatedPatternOperation negated:
                return Matches(negated.Pattern, tested, scope) is { } inner ? Truth.Not(inner) : null;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both:
                return Matches(both.LeftPattern, tested, scope) is var left && Matches(both.RightPattern, tested, scope) is var right && left is not null && right is not null
                    ? both.OperatorKind == BinaryOperatorKind.And ? Truth.And(left, right) : Truth.Or(left, right)
                    : null;
            default:
                formula.Problems.Refuse(pattern, Comparisons);
                return null;
        }
    }

    private Expr? Integers(BinaryOperatorKind kind, Expr tested, IOperation constant, FormulaScope scope) =>
        expressions.Integer(constant, scope) is { } value ? IntegerReader.Compare(kind, tested, value, formula.Element) : null;

    // If the value could not be read, its patterns are not compared with anything.
    private Expr? Condition(ISwitchExpressionArmOperation arm, Expr? tested, FormulaScope scope)
    {
        Expr? matches = tested is null ? null : Matches(arm.Pattern, tested, scope);
        Expr? holds = arm.Guard is { } guard ? expressions.Read(guard, scope) : Truth.Of(true);
        return matches is null || holds is null ? null : Truth.And(matches, holds);
    }

    // A pattern matches NaN with NaN, whereas == does not.
    private static Expr EqualTo(Expr tested, Expr constant) => constant switch
    {
        Constant { Value.Value: var value } when double.IsNaN(value) => tested is Constant known ? Truth.Of(double.IsNaN(known.Value.Value)) : Truth.Not(Expr.Of(Op.IsNumber, tested)),
        Constant { Type.Scalar: ScalarType.Boolean, Value.Value: var truth } => truth != 0 ? tested : Truth.Not(tested),
        _ => FormulaOperators.Comparison(Op.Equal, tested, constant),
    };

    private static Expr? Compared(BinaryOperatorKind kind, Expr tested, Expr limit) => kind switch
    {
        BinaryOperatorKind.LessThan => FormulaOperators.Comparison(Op.LessThan, tested, limit),
        BinaryOperatorKind.LessThanOrEqual => FormulaOperators.Comparison(Op.LessThanOrEqual, tested, limit),
        BinaryOperatorKind.GreaterThan => FormulaOperators.Comparison(Op.LessThan, limit, tested),
        BinaryOperatorKind.GreaterThanOrEqual => FormulaOperators.Comparison(Op.LessThanOrEqual, limit, tested),
        _ => null,
    };
}
