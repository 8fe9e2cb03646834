using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Printing.Outputs;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Printing;

/// <summary>
/// Runs what only some outputs need only where a call asks for one of them: one kernel serves every member. What needs no condition, being without effect, is left to the
/// JIT compiler, which compiles the kernel once for each choice. Statements keep their order; those of one condition that follow each other share it.
/// </summary>
internal static class SelectOutputs
{
    public static Pass Pass { get; } = new(nameof(SelectOutputs), "computes what only the value, or only gradients, need where the caller asks for these", Run)
    {
        Forbids = NodeSet.Accumulators,
        Introduces = NodeSet.Conditionals | NodeSet.OutputTests,
    };

    /// <summary>The kernel with its conditions; as it is where its value is computed from what it has left in the memory of a gradient, which a call for the value alone does not have.</summary>
    public static LossKernel Run(LossKernel kernel) => kernel.Request.IsShared && OutputDemand.Of(kernel) is { ValueIsIndependent: true } demand
        ? kernel with { Body = Selected(kernel.Body, demand, OutputParts.None) }
        : kernel;

    private static EquatableArray<Stmt> Selected(EquatableArray<Stmt> block, OutputDemand demand, OutputParts known)
    {
        OutputParts[] conditions = Conditions([.. block], demand, known);
        List<Stmt> selected = [];
        for (int i = 0; i < block.Count;)
        {
            int first = i;
            OutputParts condition = conditions[i];
            List<Stmt> run = [];
            do
            {
                run.Add(Inner(block[i], demand, condition == OutputParts.None ? known : condition));
                i++;
            }
            while (i < block.Count && condition != OutputParts.None && conditions[i] == condition);

            selected.AddRange(condition == OutputParts.None ? run : [new When(new IsWanted(condition), run.ToEquatableArray())]);
        }

        return selected.ToEquatableArray();
    }

    private static Stmt Inner(Stmt statement, OutputDemand demand, OutputParts known) => statement switch
    {
        Loop loop => loop.WithBody(Selected(loop.Body, demand, known)),
        When guarded => guarded with { Body = Selected(guarded.Body, demand, known) },
        _ => statement,
    };

    // The condition of each statement; none where it always runs. A local is declared under a condition where all that read it are in the same run of statements.
    private static OutputParts[] Conditions(Stmt[] block, OutputDemand demand, OutputParts known)
    {
        OutputParts[] conditions = [.. block.Select(statement => statement is Return or StoreSum ? OutputParts.None : Condition(demand.Of(statement), known))];
        for (bool isStable = false; !isStable;)
        {
            isStable = true;
            for (int i = block.Length - 1; i >= 0; i--)
            {
                if (block[i] is Declare declare && conditions[i] != OutputParts.None && !StaysIn(Run(conditions, i), declare.Variable))
                {
                    conditions[i] = OutputParts.None;
                    isStable = false;
                }
            }
        }

        // Declarations alone are no effect.
        for (int i = 0; i < block.Length; i++)
        {
            if (conditions[i] != OutputParts.None && Run(conditions, i).All(place => block[place] is Declare))
            {
                conditions[i] = OutputParts.None;
            }
        }

        return conditions;

        bool StaysIn(IReadOnlyList<int> run, Variable variable) => Enumerable.Range(0, block.Length).All(place => run.Contains(place) || !Uses(block[place], variable));
    }

    // The places around one that have the same condition without a gap.
    private static IReadOnlyList<int> Run(OutputParts[] conditions, int place)
    {
        int first = place, last = place;
        while (first > 0 && conditions[first - 1] == conditions[place])
        {
            first--;
        }

        while (last < conditions.Length - 1 && conditions[last + 1] == conditions[place])
        {
            last++;
        }

        return [.. Enumerable.Range(first, last - first + 1)];
    }

    private static bool Uses(Stmt statement, Variable variable) =>
        new[] { statement }.Read().Contains(variable) || statement is Assign assign && assign.Variable == variable || statement.Inner().Any(inner => Uses(inner, variable));

    // A call asks for the value or the first gradient, so that what both need has no condition.
    private static OutputParts Condition(OutputParts demand, OutputParts known)
    {
        OutputParts condition = demand switch
        {
            OutputParts.Value or OutputParts.OtherGradients => demand,
            OutputParts.Gradient or (OutputParts.Gradient | OutputParts.OtherGradients) => OutputParts.Gradient,
            _ => OutputParts.None,
        };
        return condition == known || (condition == OutputParts.Gradient && known == OutputParts.OtherGradients) ? OutputParts.None : condition;
    }
}
