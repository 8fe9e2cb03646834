using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads a loop over an axis within another, over pairs of classes. What it adds up becomes reductions over pairs; over a few elements its steps are written out, one for each
/// element. Where it starts or ends at an index that the outer loop counts, as in <c>j = i + 1</c>, a step has its effect where that index says so.
/// </summary>
internal sealed class InnerLoopReader(FormulaReader formula, Func<IEnumerable<IOperation>, FormulaScope, FormulaScope?> effects)
{
    // So few steps are shorter than a loop, and the derivative of an extreme of extremes doubles with each.
    private const int MostWritten = 8;

    // Of a third loop, each step is a part of every step of the outer loops.
    private const int MostWrittenInside = 32;

    private bool isInside;

    private static string Extremes => $"a loop over an axis within another adds up; one that finds an extreme is written out, which is possible for up to {InvariantText.Number(MostWritten)} elements: compute what it computes before, in a loop of its own, or use sums that the outer loop needs once";

    /// <summary>What variables stand for after a loop; null if a problem was found.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="pair">The scope of its body at the other class of a pair, and where it gets there, null for everywhere; null if it does not run over a span.</param>
    /// <param name="step">The scope of its body at a place, and whether the loop gets there.</param>
    /// <param name="scope">The scope before it.</param>
    public FormulaScope? Read(ILoopOperation loop, (FormulaScope Inner, Expr? Condition)? pair, Func<Expr, FormulaScope, (FormulaScope Inner, Expr IsReached)?> step, FormulaScope scope)
    {
        if (CarriedVariables.Of(formula, loop, isInside ? "carried innermost" : "carried within") is not { } carried)
        {
            return null;
        }

        if (scope.Length <= MostWritten || isInside)
        {
            return WrittenOut(loop, carried, step, scope);
        }

        if (pair is not var (inner, condition))
        {
            return Refuse(loop, AxisLoopReader.Whole);
        }

        isInside = true;
        FormulaScope? after = effects([loop.Body], carried.Hidden(inner));
        isInside = false;
        if (after is null)
        {
            return null;
        }

        return carried.FindsExtremes(after, condition) ? Refuse(loop, Extremes)
            : carried.After(scope, after, condition, static (accumulation, initial) => accumulation.AfterPairs(initial));
    }

    private FormulaScope? WrittenOut(ILoopOperation loop, CarriedVariables carried, Func<Expr, FormulaScope, (FormulaScope Inner, Expr IsReached)?> step, FormulaScope scope)
    {
        if (scope.Length > MostWrittenInside)
        {
            return Refuse(loop, $"a third loop over an axis is written out, which is possible for up to {InvariantText.Number(MostWrittenInside)} elements: compute what it computes before, in a loop of its own");
        }

        for (int place = 0; place < scope.Length; place++)
        {
            if (step(KnownIntegers.Value(place), scope) is not var (inner, isTaken))
            {
                return Refuse(loop, AxisLoopReader.Whole);
            }

            bool? known = Truth.Known(isTaken);
            if (known == false)
            {
                continue;
            }

            Expr? condition = known == true ? null : isTaken;
            if (effects([loop.Body], carried.Hidden(inner)) is not { } after)
            {
                return null;
            }

            if (scope.Length > MostWritten && carried.FindsExtremes(after, condition))
            {
                return Refuse(loop, Extremes);
            }

            if (carried.After(scope, after, condition, static (accumulation, initial) => accumulation.Once(initial)) is not { } next)
            {
                return null;
            }

            scope = next;
        }

        return scope;
    }

    private FormulaScope? Refuse(ILoopOperation loop, string reason)
    {
        formula.Problems.Refuse(loop, reason);
        return null;
    }
}
