using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads statements, each with all that follow it, as the value that the method returns from there on.</summary>
internal sealed class StatementReader
{
    private readonly FormulaReader formula;
    private readonly ExpressionReader expressions;
    private readonly LoopReader loops;
    private readonly AxisLoopReader axisLoops;

    public StatementReader(FormulaReader formula, ExpressionReader expressions)
    {
        this.formula = formula;
        this.expressions = expressions;
        loops = new LoopReader(formula, Effects);
        axisLoops = new AxisLoopReader(formula, expressions, Effects);
    }

    /// <summary>The value that the statements return; null if they do not return, or a problem was found.</summary>
    public Expr? Value(Sequence? statements, FormulaScope scope)
    {
        if (!formula.Effort.Begin())
        {
            return null;
        }

        Expr? value = Returned(statements, scope);
        formula.Effort.End();
        return value;
    }

    private Expr? Returned(Sequence? statements, FormulaScope scope)
    {
        bool isWhole = true;
        while (statements is { } current)
        {
            statements = current.Rest;
            switch (current.First)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return expressions.Result(value, scope) is { } result && isWhole ? result : null;
                case IBlockOperation block:
                    statements = Sequence.Of(block, statements);
                    break;
                case IConditionalOperation choice when KnownIntegers.Holds(choice.Condition, scope) is { } known:
                    statements = Taken(choice, known) is { } taken ? new Sequence(taken, statements) : statements;
                    break;
                case IConditionalOperation choice when Returns(choice):
                    return Choice(choice, statements, scope) is { } chosen && isWhole ? chosen : null;
                default:
                    // Reading continues after a problem, so that all problems are found.
                    FormulaScope? behind = Effect(current.First, scope);
                    isWhole &= behind is not null;
                    scope = behind ?? scope;
                    break;
            }
        }

        // C# ensures that every path through a method returns.
        return null;
    }

    // Each side continues with what follows the choice, unless it returns.
    private Expr? Choice(IConditionalOperation choice, Sequence? rest, FormulaScope scope)
    {
        Expr? condition = expressions.Read(choice.Condition, scope);
        Expr? whenTrue = Value(new Sequence(choice.WhenTrue, rest), scope);
        Expr? whenFalse = Value(choice.WhenFalse is { } otherwise ? new Sequence(otherwise, rest) : rest, scope);
        return Truth.Choose(condition, whenTrue, whenFalse);
    }

    // What variables stand for after a statement that does not return.
    private FormulaScope? Effect(IOperation statement, FormulaScope scope)
    {
        if (!formula.Effort.Begin())
        {
            return null;
        }

        FormulaScope? behind = EffectOf(statement, scope);
        formula.Effort.End();
        return behind;
    }

    private FormulaScope? EffectOf(IOperation statement, FormulaScope scope)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Effects(block.Operations, scope);
            case IVariableDeclarationGroupOperation group:
                return Effects(group.Declarations.SelectMany(static declaration => declaration.Declarators), scope);
            case IVariableDeclaratorOperation declarator:
                return Declared(declarator, scope);
            case IExpressionStatementOperation { Operation: IAssignmentOperation { Target: var target } } when formula.MentionsRefused(target):
                return null;
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target } assignment } when InputTypes.OfSpan(target.Type) is not null:
                formula.Problems.Refuse(assignment, Refusals.SpanAssignment);
                return null;
            case IExpressionStatementOperation { Operation: var change } when IntegerVariable(change) is { } counter:
                return Counted(change, counter, scope);
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment }:
                return Assigned(assignment.Target, expressions.Read(assignment.Value, scope), scope);
            case IExpressionStatementOperation { Operation: ICompoundAssignmentOperation assignment }:
                return Assigned(assignment.Target, expressions.Compound(assignment, scope), scope);
            case IConditionalOperation choice when KnownIntegers.Holds(choice.Condition, scope) is { } known:
                return Taken(choice, known) is { } taken ? Effect(taken, scope) : scope;
            case IConditionalOperation choice:
                Expr? condition = expressions.Read(choice.Condition, scope);
                FormulaScope? whenTrue = Effect(choice.WhenTrue, scope);
                FormulaScope? whenFalse = choice.WhenFalse is { } otherwise ? Effect(otherwise, scope) : scope;
                return condition is null || whenTrue is null || whenFalse is null ? null
                    : Truth.Known(condition) is { } holds ? holds ? whenTrue : whenFalse
                    : FormulaScope.Behind(condition, whenTrue, whenFalse, formula.Named);
            case ILoopOperation loop when AxisLoopReader.Concerns(loop, scope) && !Returns(loop):
                return axisLoops.Read(loop, scope);
            case ILoopOperation loop and not IForEachLoopOperation when !Returns(loop):
                return loops.Read(loop, scope);
            case IEmptyOperation or ILocalFunctionOperation:
                return scope;
            case IInvalidOperation:
                return null;
            default:
                formula.Problems.Refuse(statement);
                return null;
        }
    }

    private FormulaScope? Effects(IEnumerable<IOperation> statements, FormulaScope scope)
    {
        bool isWhole = true;
        IOperation[] all = [.. statements];
        for (int i = 0; i < all.Length; i++)
        {
            IOperation statement = all[i];
            if (Skipped(statement) is { } condition)
            {
                // What follows has its effect where the loop does not go on to its next step.
                Expr? skips = expressions.Read(condition, scope);
                FormulaScope? rest = Effects(all.Skip(i + 1), scope);
                return skips is null || rest is null || !isWhole ? null : Truth.Known(skips) is { } known ? (known ? scope : rest) : FormulaScope.Behind(skips, scope, rest, formula.Named);
            }

            if (Effect(statement, scope) is { } behind)
            {
                scope = behind;
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? scope : null;
    }

    // The condition of a statement of a loop's body that goes on to the next step: if (c) continue;
    private static IOperation? Skipped(IOperation statement) => statement is IConditionalOperation { WhenFalse: null, Parent: IBlockOperation { Parent: ILoopOperation } } choice
        && (choice.WhenTrue is IBlockOperation { Operations: [var only] } ? only : choice.WhenTrue) is IBranchOperation { BranchKind: BranchKind.Continue }
            ? choice.Condition
            : null;

    private FormulaScope? Declared(IVariableDeclaratorOperation declarator, FormulaScope scope)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.IsConst)
        {
            return scope;
        }

        IOperation? initial = (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
        long? known = initial is null ? null : KnownIntegers.Of(initial, scope);
        if (FormulaTypes.IsInteger(local.Type) && !local.IsRef)
        {
            return initial is null ? scope
                : known is { } number ? scope.With(local, KnownIntegers.Value(number, isLength: AxisLoopReader.MentionsLength(initial, scope)))
                : expressions.Integer(initial, scope) is { } integer ? scope.With(local, formula.Effort.Checked(integer))
                : RefusedInteger(local);
        }

        if (initial is not null && !local.IsRef && InputTypes.OfSpan(local.Type) is not null)
        {
            return SpanNamed(local, initial, scope);
        }

        if (FormulaTypes.Of(local.Type) is null || local.IsRef)
        {
            formula.Refuse(local);
            if (local.Type.TypeKind != TypeKind.Error)
            {
                formula.Problems.Refuse(declarator, Refusals.OfVariable(local));
            }

            return null;
        }

        return initial is null ? scope
            : expressions.Read(initial, scope) is { } value ? scope.With(local, formula.Named(local, value))
            : null;
    }

    // What it was given is reported, its uses are not.
    private FormulaScope? RefusedInteger(ILocalSymbol local)
    {
        formula.Refuse(local);
        return null;
    }

    // Another name of a span. Where it is none, its uses are not reported again.
    private FormulaScope? SpanNamed(ILocalSymbol local, IOperation initial, FormulaScope scope)
    {
        if (expressions.Span(initial, scope) is { } span)
        {
            return scope.With(local, span);
        }

        formula.Refuse(local);
        return null;
    }

    private FormulaScope? Assigned(IOperation target, Expr? value, FormulaScope scope)
    {
        if (Variable(target) is not { } variable)
        {
            formula.Problems.Refuse(target, Refusals.OfTarget(target));
            return null;
        }

        if (!formula.IsOfCurrent(variable))
        {
            formula.Problems.Refuse(target, Refusals.OuterVariable);
            return null;
        }

        return value is null ? null : scope.With(variable, formula.Named(variable, value));
    }

    // The variable that a statement assigns an integer to.
    private static ISymbol? IntegerVariable(IOperation change) =>
        ((change as IAssignmentOperation)?.Target ?? (change as IIncrementOrDecrementOperation)?.Target) is { } target && FormulaTypes.IsInteger(target.Type) ? Variable(target) : null;

    private static ISymbol? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private FormulaScope? Counted(IOperation change, ISymbol counter, FormulaScope scope)
    {
        if (!formula.IsOfCurrent(counter))
        {
            formula.Problems.Refuse(change, Refusals.OuterVariable);
            return null;
        }

        if (KnownIntegers.Assigned(change, scope) is { } known)
        {
            return scope.With(counter, KnownIntegers.Value(known));
        }

        if (change is ISimpleAssignmentOperation assignment)
        {
            return expressions.Integer(assignment.Value, scope) is { } assigned ? scope.With(counter, formula.Effort.Checked(assigned)) : null;
        }

        // A smaller type would wrap around.
        Expr? changed = !FormulaTypes.IsWideInteger((counter as ILocalSymbol)?.Type ?? (counter as IParameterSymbol)?.Type) ? null : change switch
        {
            ICompoundAssignmentOperation compound => IntegerReader.Arithmetic(compound.OperatorKind, scope[counter], IntegerReader.Read(compound.Value, scope)),
            IIncrementOrDecrementOperation step => IntegerReader.Arithmetic(step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, scope[counter], KnownIntegers.Value(1)),
            _ => null,
        };
        if (changed is null)
        {
            formula.Problems.Refuse(change, Refusals.Integers);
        }

        return changed is null ? null : scope.With(counter, formula.Effort.Checked(changed));
    }

    private static IOperation? Taken(IConditionalOperation choice, bool holds) => holds ? choice.WhenTrue : choice.WhenFalse;

    private static bool Returns(IOperation statement) => statement.DescendantsAndSelf().Any(static operation => operation is IReturnOperation);

    /// <summary>A statement and what follows it.</summary>
    internal sealed record Sequence(IOperation First, Sequence? Rest)
    {
        public static Sequence? Of(IBlockOperation block, Sequence? rest = null) =>
            block.Operations.Reverse().Aggregate(rest, static (behind, statement) => new Sequence(statement, behind));
    }
}
