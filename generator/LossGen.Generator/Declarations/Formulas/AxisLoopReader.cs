using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads a loop over an axis, or a stretch of it, as reductions. Its body is read once, for any index; a variable that is declared before the loop and assigned in it
/// must become s + f(i), s − f(i), max(s, f(i)) or min(s, f(i)) with f free of such variables, and is s₀ ⊕ ⊕_i f(i) after the loop.
/// </summary>
internal sealed class AxisLoopReader(FormulaReader formula, Func<IEnumerable<IOperation>, FormulaScope, FormulaScope?> effects)
{
    private const string Whole = "a loop over a span runs from a known index to another, in steps of 1: for (int i = 0; i < x.Length; i++) or foreach (float v in x)";
    private const string Nested = "a loop over an axis holds no other one: compute what the inner loop computes before, in a loop of its own";

    private bool isInside;

    /// <summary>Whether a loop runs over a span.</summary>
    public static bool Concerns(ILoopOperation loop, FormulaScope scope) => loop switch
    {
        IForEachLoopOperation each => SystemTypes.IsReadOnlySpan(Unconverted(each.Collection).Type),
        IForLoopOperation { Before: var before, Condition: { } condition } => before.Append(condition).Any(part => MentionsLength(part, scope)),
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
            return Refuse(loop, Nested);
        }

        if (Over(loop, scope) is not var (inner, condition))
        {
            return Refuse(loop, (loop is IForEachLoopOperation each ? SpanReader.ObstacleOf(Unconverted(each.Collection)) : null) ?? Whole);
        }

        ISymbol[] carried = [.. Carried(loop)];
        if (carried.FirstOrDefault(static variable => CarriedType(variable) is null) is { } other)
        {
            return Refuse(loop, $"'{other.Name}' is carried from step to step, and has to be a float, a double or an int");
        }

        Variable[] before = [.. carried.Select(static (variable, number) => new Variable("carried " + InvariantText.Number(number), CarriedType(variable)!.Value))];
        for (int i = 0; i < carried.Length; i++)
        {
            inner = inner.With(carried[i], FormulaTypes.IsInteger(TypeOf(carried[i])) ? IntegerReader.Whole(before[i]) : before[i]);
        }

        isInside = true;
        FormulaScope? after = effects([loop.Body], inner);
        isInside = false;
        for (int i = 0; i < carried.Length && after is not null; i++)
        {
            if (scope[carried[i]] is not { } initial || after[carried[i]] is not { } step)
            {
                return null;
            }

            bool isInteger = FormulaTypes.IsInteger(TypeOf(carried[i]));
            if (isInteger)
            {
                (initial, step) = (IntegerReader.Number(initial, IrType.Double), IntegerReader.Number(step, IrType.Double));
            }

            step = condition is null ? step : Truth.Select(condition, step, before[i]);
            if (Accumulation.Read(step, before[i]) is not { } accumulation || accumulation.Term?.Nodes(NodeSet.Variables).Any(part => Array.IndexOf(before, part) >= 0) == true)
            {
                return Refuse(loop, $"'{carried[i].Name}' is no accumulation: in a loop over a span a variable becomes s + f, s - f, Max(s, f) or Min(s, f) with f that does not depend on the steps before");
            }

            if (accumulation.Term is not null)
            {
                Expr result = Named(accumulation.After(initial), step, before[i]);
                scope = scope.With(carried[i], isInteger ? IntegerReader.Whole(result) : result);
            }
        }

        return after is null ? null : scope;
    }

    // With the name that the variable was given in the body.
    private static Expr Named(Expr value, Expr step, Variable before) =>
        step.Nodes(NodeSet.AuthorNames).Cast<Named>().FirstOrDefault(named => named.Value.Mentions(before)) is { } named ? value.As(named.Name, named.Symbol) : value;

    // Integers are counted in float64, which holds them.
    private static IrType? CarriedType(ISymbol variable) => TypeOf(variable) switch
    {
        var type when FormulaTypes.IsInteger(type) => IrType.Double,
        var type when FormulaTypes.Of(type) is { IsFloating: true } floating => floating,
        _ => null,
    };

    // The scope of the body, in which the loop's variable is the index or the element, and at which indices it runs, null for all; null if the loop does not run over a span.
    private static (FormulaScope Inner, Expr? Condition)? Over(ILoopOperation loop, FormulaScope scope)
    {
        switch (loop)
        {
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { IsRef: false } element } } each when SpanReader.Whole(Unconverted(each.Collection), scope) is { } x:
                return (scope.With(element, x), null);
            case IForLoopOperation
            {
                Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var index } declarator] }] }],
                Condition: IBinaryOperation { OperatorMethod: null } condition,
                AtLoopBottom: [IExpressionStatementOperation { Operation: var step }],
            }
            when !Assigned(loop.Body).Contains(index, SymbolEqualityComparer.Default)
                && declarator.Initializer is { Value: var initial }
                && LoopRange.Of(index, initial, condition, step, scope) is { } range:
                return range.IsWithin(scope.Length) ? (scope.With(index, OverClasses.Index), range.Condition(scope.Length)) : null;
            default:
                return null;
        }
    }

    // In the order in which they are first assigned.
    private static IEnumerable<ISymbol> Carried(ILoopOperation loop)
    {
        HashSet<ISymbol> own = new(loop.Descendants().OfType<IVariableDeclaratorOperation>().Select(static declarator => declarator.Symbol), SymbolEqualityComparer.Default);
        return Assigned(loop.Body).Where(variable => !own.Contains(variable)).Distinct(SymbolEqualityComparer.Default);
    }

    private static IEnumerable<ISymbol> Assigned(IOperation body) => body.DescendantsAndSelf()
        .Select(static operation => (operation as IAssignmentOperation)?.Target ?? (operation as IIncrementOrDecrementOperation)?.Target)
        .Select(static target => (ISymbol?)(target as ILocalReferenceOperation)?.Local ?? (target as IParameterReferenceOperation)?.Parameter)
        .OfType<ISymbol>();

    private static ITypeSymbol? TypeOf(ISymbol variable) => (variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type;

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand : operation;

    private FormulaScope? Refuse(ILoopOperation loop, string reason)
    {
        formula.Problems.Refuse(loop, reason);
        return null;
    }
}
