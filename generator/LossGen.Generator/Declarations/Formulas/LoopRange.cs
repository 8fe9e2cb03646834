using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The indices that a loop counts, up or down, in steps of 1: from <paramref name="First"/> up to <paramref name="Last"/>, which is one less if there are none.</summary>
/// <param name="First">The least.</param>
/// <param name="Last">The greatest.</param>
internal sealed record LoopRange(long First, long Last)
{
    /// <summary>The range of a loop's head; null if it is not known.</summary>
    /// <param name="index">The loop's variable.</param>
    /// <param name="initial">Its first value.</param>
    /// <param name="condition">While what holds the loop runs.</param>
    /// <param name="step">How the variable changes.</param>
    /// <param name="scope">What variables stand for.</param>
    public static LoopRange? Of(ISymbol index, IOperation initial, IBinaryOperation condition, IOperation step, FormulaScope scope)
    {
        bool isLeft = IsVariable(condition.LeftOperand, index);
        if ((!isLeft && !IsVariable(condition.RightOperand, index))
            || KnownIntegers.Of(initial, scope) is not { } start
            || KnownIntegers.Of(isLeft ? condition.RightOperand : condition.LeftOperand, scope) is not { } bound
            || Step(step, index) is not { } change)
        {
            return null;
        }

        // Where a bound is already passed, no step runs; one that != never meets is left to the reader.
        return (isLeft ? condition.OperatorKind : Mirrored(condition.OperatorKind), change) switch
        {
            (BinaryOperatorKind.LessThan, 1) => Up(start, bound - 1),
            (BinaryOperatorKind.LessThanOrEqual, 1) => Up(start, bound),
            (BinaryOperatorKind.NotEquals, 1) when start <= bound => Up(start, bound - 1),
            (BinaryOperatorKind.GreaterThan, -1) => Up(bound + 1, start),
            (BinaryOperatorKind.GreaterThanOrEqual, -1) => Up(bound, start),
            (BinaryOperatorKind.NotEquals, -1) when start >= bound => Up(bound + 1, start),
            _ => null,
        };
    }

    /// <summary>Whether an axis has all of them.</summary>
    /// <param name="length">Its size; 0 if that is not known.</param>
    public bool IsWithin(int length) => length == 0 || First > Last || (First >= 0 && Last < length);

    /// <summary>Whether the index of the axis is one of them; null if it always is.</summary>
    /// <param name="length">The size of the axis; 0 if that is not known.</param>
    public Expr? Condition(int length)
    {
        if (length == 0 || (First == 0 && Last == length - 1))
        {
            return null;
        }

        if (First > Last)
        {
            return Truth.Of(false);
        }

        Expr isReached = First == 0 ? Truth.Of(true) : Truth.Not(Expr.Of(Op.LessThan, OverClasses.Index, Expr.Position((int)First)));
        return Truth.And(isReached, Last == length - 1 ? Truth.Of(true) : Expr.Of(Op.LessThan, OverClasses.Index, Expr.Position((int)Last + 1)));
    }

    private static LoopRange Up(long first, long last) => new(first, Math.Max(last, first - 1));

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    /// <summary>By how much a step changes a loop's variable, 1 or −1; null for any other change.</summary>
    public static int? Step(IOperation step, ISymbol index) => step switch
    {
        IIncrementOrDecrementOperation change when IsVariable(change.Target, index) => change.Kind == OperationKind.Increment ? 1 : -1,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Value.ConstantValue: { HasValue: true, Value: 1 } } change when IsVariable(change.Target, index) =>
            change.OperatorKind == BinaryOperatorKind.Add ? 1 : -1,
        _ => null,
    };

    private static bool IsVariable(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IConversionOperation { OperatorMethod: null } conversion => IsVariable(conversion.Operand, variable),
        _ => false,
    };
}
