using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads a loop over an axis within another, as over pairs of classes: its steps are written out, one for each element, so that the outer loop is the only one. Where it
/// starts or ends at an index that the outer loop counts, as in <c>j = i + 1</c>, a step has its effect where that index says so.
/// </summary>
internal sealed class InnerLoopReader(FormulaReader formula, Func<IEnumerable<IOperation>, FormulaScope, FormulaScope?> effects)
{
    // Each step is a part of every step of the outer loop, and its derivative a sum of its own.
    private const int MostSteps = 32;

    /// <summary>What variables stand for after a loop; null if a problem was found.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="step">The scope of its body at a place, and whether the loop gets there.</param>
    /// <param name="scope">The scope before it.</param>
    public FormulaScope? Read(ILoopOperation loop, Func<Expr, FormulaScope, (FormulaScope Inner, Expr IsReached)?> step, FormulaScope scope)
    {
        if (scope.Length > MostSteps)
        {
            return Refuse(loop, $"a loop over an axis within another is written out, which is possible for up to {InvariantText.Number(MostSteps)} elements: compute what it computes before, in a loop of its own, or use sums that the outer loop needs once");
        }

        if (CarriedVariables.Of(formula, loop, "carried within") is not { } carried)
        {
            return null;
        }

        for (int place = 0; place < scope.Length; place++)
        {
            if (step(KnownIntegers.Value(place), scope) is not var (inner, isTaken))
            {
                return Refuse(loop, AxisLoopReader.Whole);
            }

            if (Truth.Known(isTaken) == false)
            {
                continue;
            }

            if (effects([loop.Body], carried.Hidden(inner)) is not { } after
                || carried.After(scope, after, Truth.Known(isTaken) == true ? null : isTaken, static (accumulation, initial) => accumulation.Once(initial)) is not { } next)
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
