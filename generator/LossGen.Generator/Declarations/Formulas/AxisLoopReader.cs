using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads a loop over an axis, or a stretch of it, as reductions. Its body is read once, for any index; a variable that is declared before the loop and assigned in it
/// must become s + f(i), s − f(i), max(s, f(i)) or min(s, f(i)) with f free of such variables, and is s₀ ⊕ ⊕_i f(i) after the loop.
/// </summary>
internal sealed class AxisLoopReader(FormulaReader formula, ExpressionReader expressions, Func<IEnumerable<IOperation>, FormulaScope, FormulaScope?> effects)
{
    /// <summary>What a loop over a span has to be.</summary>
    public const string Whole = "a loop over a span runs from a known index to another, in steps of 1: for (int i = 0; i < x.Length; i++) or foreach (float v in x)";
    private readonly InnerLoopReader inner = new(formula, effects);

    private bool isInside;

    /// <summary>Whether a loop runs over a span: to its length, or from or to an index along the axis.</summary>
    public static bool Concerns(ILoopOperation loop, FormulaScope scope) => loop switch
    {
        IForEachLoopOperation each => SystemTypes.IsReadOnlySpan(Unconverted(each.Collection).Type),
        IForLoopOperation { Before: var before, Condition: { } condition } => before.Append(condition).Any(part => MentionsLength(part, scope) || (scope.Length > 0 && MentionsIndex(part, scope))),
        _ => false,
    };

    /// <summary>Whether an operation computes with the size of the axis.</summary>
    public static bool MentionsLength(IOperation operation, FormulaScope scope) => operation.DescendantsAndSelf().Any(part => SpanReader.IsLength(part) || part switch
    {
        ILocalReferenceOperation local => KnownIntegers.IsLength(scope[local.Local]),
        IParameterReferenceOperation parameter => KnownIntegers.IsLength(scope[parameter.Parameter]),
        _ => false,
    });

    /// <summary>What variables stand for after a loop; null if a problem was found.</summary>
    public FormulaScope? Read(ILoopOperation loop, FormulaScope scope)
    {
        if (isInside)
        {
            return inner.Read(loop, Over(loop, scope, OverClasses.Other), (place, current) => Step(loop, place, current), scope);
        }

        if (Over(loop, scope, OverClasses.Index) is not var (body, condition))
        {
            return Refuse(loop, (loop is IForEachLoopOperation each ? SpanReader.ObstacleOf(Unconverted(each.Collection)) : null) ?? Whole);
        }

        if (CarriedVariables.Of(formula, loop, "carried") is not { } carried)
        {
            return null;
        }

        isInside = true;
        FormulaScope? after = effects([loop.Body], carried.Hidden(body));
        isInside = false;
        return after is null ? null : carried.After(scope, after, condition, static (accumulation, initial) => accumulation.After(initial));
    }

    /// <summary>The scope of a loop's body at a place along the axis, and whether the loop gets there; null if it does not run over a span.</summary>
    public (FormulaScope Inner, Expr IsReached)? Step(ILoopOperation loop, Expr place, FormulaScope scope)
    {
        switch (loop)
        {
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { IsRef: false } element }, Collection: var collection } when SpanReader.Whole(Unconverted(collection), scope) is { } x:
                return (scope.With(element, x.At(place)), Truth.Of(true));
            case IForLoopOperation { Condition: IBinaryOperation { OperatorMethod: null } condition, AtLoopBottom: [IExpressionStatementOperation { Operation: var step }] } counted
                when Counter(counted) is var (index, initial) && LoopRange.Step(step, index) is 1 && IntegerReader.Read(initial, scope) is { } start:
                FormulaScope inner = scope.With(index, place);
                return expressions.Read(condition, inner) is { } holds && IntegerReader.Compare(BinaryOperatorKind.LessThanOrEqual, start, place, formula.Element) is { } isStarted
                    ? (inner, Truth.And(isStarted, holds))
                    : null;
            default:
                return null;
        }
    }

    // An integer that is not known, other than what the loop itself counts.
    private static bool MentionsIndex(IOperation operation, FormulaScope scope) => operation.DescendantsAndSelf().Any(part => part switch
    {
        ILocalReferenceOperation local => IsUnknown(scope[local.Local]),
        IParameterReferenceOperation parameter => IsUnknown(scope[parameter.Parameter]),
        _ => false,
    });

    private static bool IsUnknown(Expr? integer) => integer is { Type.IsFloating: false, Type.Scalar: not ScalarType.Boolean } && integer.Unnamed() is not Constant;

    // The scope of the body, in which the loop's variable is the index or the element, and at which indices it runs, null for all; null if the loop does not run over a span.
    private (FormulaScope Inner, Expr? Condition)? Over(ILoopOperation loop, FormulaScope scope, Expr place)
    {
        switch (loop)
        {
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { IsRef: false } element } } each when SpanReader.Whole(Unconverted(each.Collection), scope) is { } x:
                return (scope.With(element, x.At(place)), null);
            case IForLoopOperation { Condition: IBinaryOperation { OperatorMethod: null } condition, AtLoopBottom: [IExpressionStatementOperation { Operation: var step }] } counted
            when Counter(counted) is var (index, initial) && LoopRange.Of(index, initial, condition, step, scope) is { } range:
                return range.IsWithin(scope.Length) ? (scope.With(index, place), range.Condition(scope.Length)?.At(place)) : null;
            default:
                return Step(loop, place, scope) is var (body, isReached) ? (body, Truth.Known(isReached) == true ? null : isReached) : null;
        }
    }

    /// <summary>The variable that a loop counts in, and its first value; null if it does not declare one alone, or changes it in its body.</summary>
    public static (ISymbol Index, IOperation Initial)? Counter(IForLoopOperation loop) =>
        loop.Before is [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var index, Initializer.Value: { } initial }] }] }]
            && !CarriedVariables.Assigned(loop.Body).Contains(index, SymbolEqualityComparer.Default)
                ? (index, initial)
                : null;

    /// <summary>An operation without the conversion around it.</summary>
    public static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand : operation;

    private FormulaScope? Refuse(ILoopOperation loop, string reason)
    {
        formula.Problems.Refuse(loop, reason);
        return null;
    }
}
