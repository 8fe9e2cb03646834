using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Printing.Outputs;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Printing;

/// <summary>
/// Computes what only some outputs need under the condition that a call asks for one of them, so that one kernel serves every member. Statements keep their order; those with the same condition that
/// follow each other share it. A statement without effect needs no condition: the JIT compiler, which compiles the kernel once for each choice, drops what nothing reads.
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
        Dictionary<string, int> lastUse = LastUse(block);
        for (bool isStable = false; !isStable;)
        {
            isStable = true;
            for (int i = 0; i < block.Length; i++)
            {
                if (block[i] is Declare declare && conditions[i] != OutputParts.None && lastUse.TryGetValue(declare.Variable.Name, out int last) && last > RunEnd(conditions, i))
                {
                    conditions[i] = OutputParts.None;
                    isStable = false;
                }
            }
        }

        // Declarations alone have no effect.
        for (int first = 0, end; first < block.Length; first = end)
        {
            end = RunEnd(conditions, first) + 1;
            if (block.Skip(first).Take(end - first).All(static statement => statement is Declare))
            {
                Array.Clear(conditions, first, end - first);
            }
        }

        return conditions;
    }

    // The last of the places from one on that have its condition.
    private static int RunEnd(OutputParts[] conditions, int place)
    {
        int last = place;
        while (last < conditions.Length - 1 && conditions[last + 1] == conditions[place])
        {
            last++;
        }

        return last;
    }

    // The last place at which a variable is read or assigned, in a statement or below it.
    private static Dictionary<string, int> LastUse(Stmt[] block)
    {
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        for (int i = 0; i < block.Length; i++)
        {
            foreach (Stmt statement in EquatableArray.Of(block[i]).AllStatements())
            {
                if (statement is Assign assign)
                {
                    last[assign.Variable.Name] = i;
                }

                foreach (Expr variable in statement.Expressions().Nodes(NodeSet.Variables))
                {
                    last[((Variable)variable).Name] = i;
                }
            }
        }

        return last;
    }

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
