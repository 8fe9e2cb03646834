using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Tracks which kinds of nodes are possible after each pass: those before it, less those it eliminates, plus those it introduces. An order of passes
/// is right if none meets a kind that it forbids, and none of the kinds to be eliminated is left at the end.
/// </summary>
internal static class PassOrder
{
    /// <summary>What a kernel may contain before the first pass: everything except what only passes introduce.</summary>
    public static NodeSet Start { get; } = NodeSet.All - NodeSet.OutputTests - NodeSet.Vectors - NodeSet.PendingLanes - NodeSet.PendingCopies - NodeSet.TileMoves - NodeSet.Prefetches
        - NodeSet.Conditionals - NodeSet.Assignments - NodeSet.StreamedStores - NodeSet.Of(Op.FusedMultiplyAdd);

    /// <summary>What no printable kernel contains.</summary>
    public static NodeSet Unprintable { get; } = NodeSet.Mathematics | NodeSet.PendingLanes | NodeSet.PendingCopies | NodeSet.Accumulators;

    /// <summary>The kinds possible after each pass.</summary>
    public static IEnumerable<(Pass Pass, NodeSet Possible)> After(IEnumerable<Pass> passes)
    {
        NodeSet possible = Start;
        foreach (Pass pass in passes)
        {
            possible = (possible - pass.Eliminates) | pass.Introduces;
            yield return (pass, possible);
        }
    }

    /// <summary>What is wrong with an order of passes.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<Pass> passes)
    {
        List<string> problems = [];
        NodeSet possible = Start;
        foreach ((Pass pass, NodeSet after) in After(passes))
        {
            if (possible.Overlaps(pass.Forbids))
            {
                problems.Add($"{pass.Name} may meet {possible & pass.Forbids}");
            }

            possible = after;
        }

        if (possible.Overlaps(Unprintable))
        {
            problems.Add($"{possible & Unprintable} may be left at the end");
        }

        return problems;
    }
}
