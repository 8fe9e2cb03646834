using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads loops that run a number of times that is known, as for a series or a small power: one step after another, as if each were written out.</summary>
internal sealed class LoopReader(FormulaReader formula, Func<IEnumerable<IOperation>, FormulaScope, FormulaScope?> effects)
{
    // One that runs more often is too large for a kernel anyway.
    private const int MostSteps = 1000;

    /// <summary>What variables stand for after a loop; null if a problem was found.</summary>
    public FormulaScope? Read(ILoopOperation loop, FormulaScope scope)
    {
        IForLoopOperation? counted = loop as IForLoopOperation;
        if ((counted?.Condition ?? (loop as IWhileLoopOperation)?.Condition) is not { } condition)
        {
            return Refused(loop);
        }

        FormulaScope? current = counted is null ? scope : effects(counted.Before, scope);
        bool isTested = loop is not IWhileLoopOperation { ConditionIsTop: false };
        for (int step = 0; current is not null; step++)
        {
            if (isTested)
            {
                if (KnownIntegers.Holds(condition, current) is not { } holds)
                {
                    return Refused(loop);
                }

                if (!holds)
                {
                    return current;
                }
            }

            if (step == MostSteps)
            {
                formula.Problems.Refuse(loop, Refusals.LongLoop(MostSteps));
                return null;
            }

            isTested = true;
            current = effects([loop.Body, .. counted?.AtLoopBottom ?? []], current);
        }

        return null;
    }

    private FormulaScope? Refused(ILoopOperation loop)
    {
        formula.Problems.Refuse(loop);
        return null;
    }
}
