using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads a loop over a whole axis as reductions. Its body is read once, for any index; a variable that is declared before the loop and assigned in it
/// must become s + f(i), s − f(i), max(s, f(i)) or min(s, f(i)) with f free of such variables, and is s₀ ⊕ ⊕_i f(i) after the loop.
/// </summary>
internal sealed class AxisLoopReader(FormulaReader formula, Func<IEnumerable<IOperation>, FormulaScope, FormulaScope?> effects)
{
    private const string Whole = "a loop over a span runs over all of it, for (int i = 0; i < x.Length; i++) or foreach (float v in x)";
    private const string Nested = "a loop over an axis holds no other one: compute what the inner loop computes before, in a loop of its own";

    private bool isInside;

    /// <summary>Whether a loop runs over a span.</summary>
    public static bool Concerns(ILoopOperation loop) => loop switch
    {
        IForEachLoopOperation each => SystemTypes.IsReadOnlySpan(Unconverted(each.Collection).Type),
        IForLoopOperation { Condition: { } condition } => condition.DescendantsAndSelf().Any(SpanReader.IsLength),
        _ => false,
    };

    /// <summary>What variables stand for after a loop; null if a problem was found.</summary>
    public FormulaScope? Read(ILoopOperation loop, FormulaScope scope)
    {
        if (isInside)
        {
            return Refuse(loop, Nested);
        }

        if (Index(loop, scope) is not { } inner)
        {
            return Refuse(loop, Whole);
        }

        ISymbol[] carried = [.. Carried(loop)];
        if (carried.FirstOrDefault(static variable => FormulaTypes.Of(TypeOf(variable)) is not { IsFloating: true }) is { } integer)
        {
            return Refuse(loop, $"'{integer.Name}' is carried from step to step, and has to be a float or a double");
        }

        Variable[] before = [.. carried.Select(static (variable, number) => new Variable("carried " + InvariantText.Number(number), FormulaTypes.Of(TypeOf(variable))!.Value))];
        for (int i = 0; i < carried.Length; i++)
        {
            inner = inner.With(carried[i], before[i]);
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

            if (Accumulation.Read(step, before[i]) is not { } accumulation || accumulation.Term?.Nodes(NodeSet.Variables).Any(part => Array.IndexOf(before, part) >= 0) == true)
            {
                return Refuse(loop, $"'{carried[i].Name}' is no accumulation: in a loop over a span a variable becomes s + f, s - f, Max(s, f) or Min(s, f) with f that does not depend on the steps before");
            }

            scope = accumulation.Term is null ? scope : scope.With(carried[i], Named(accumulation.After(initial), step, before[i]));
        }

        return after is null ? null : scope;
    }

    // With the name that the variable was given in the body.
    private static Expr Named(Expr value, Expr step, Variable before) =>
        step.Nodes(NodeSet.AuthorNames).Cast<Named>().FirstOrDefault(named => named.Value.Mentions(before)) is { } named ? value.As(named.Name, named.Symbol) : value;

    // The scope of the body, in which the loop's variable is the index or the element; null if the loop does not run over a whole span.
    private static FormulaScope? Index(ILoopOperation loop, FormulaScope scope)
    {
        switch (loop)
        {
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { IsRef: false } element } } each when SpanReader.Whole(Unconverted(each.Collection), scope) is { } x:
                return scope.With(element, x);
            case IForLoopOperation
            {
                Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var index } declarator] }] }],
                Condition: IBinaryOperation { OperatorMethod: null } condition,
                AtLoopBottom: [IExpressionStatementOperation { Operation: var step }],
            }
            when declarator.Initializer?.Value.ConstantValue is { HasValue: true, Value: 0 } && IsBelowLength(condition, index) && IsNext(step, index) && !Assigned(loop.Body).Contains(index, SymbolEqualityComparer.Default):
                return scope.With(index, OverClasses.Index);
            default:
                return null;
        }
    }

    private static bool IsBelowLength(IBinaryOperation condition, ISymbol index) => condition.OperatorKind switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals => IsVariable(condition.LeftOperand, index) && SpanReader.IsLength(condition.RightOperand),
        BinaryOperatorKind.GreaterThan => SpanReader.IsLength(condition.LeftOperand) && IsVariable(condition.RightOperand, index),
        _ => false,
    };

    private static bool IsNext(IOperation step, ISymbol index) => step switch
    {
        IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment => IsVariable(increment.Target, index),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: 1 } } addition => IsVariable(addition.Target, index),
        _ => false,
    };

    private static bool IsVariable(IOperation operation, ISymbol variable) => operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable);

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
