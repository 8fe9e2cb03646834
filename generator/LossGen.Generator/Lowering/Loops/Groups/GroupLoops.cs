using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;

namespace LossGen.Generator.Lowering.Loops.Groups;

/// <summary>What passes do to loops over the locations of a group.</summary>
internal static class GroupLoops
{
    /// <summary>
    /// The loop in the widest lanes, up to the last whole vector: after the last location rows hold arbitrary values, and nothing reads what is
    /// computed from them.
    /// </summary>
    public static Loop InLanes(this Loop loop, Schedule schedule) => loop with
    {
        To = Expr.Of(Op.RoundDown, loop.To + Expr.Position(schedule.WidestLanes - 1), Expr.Position(schedule.WidestLanes)),
        Step = schedule.WidestLanes,
        Lanes = schedule.WidestLanes,
    };

    /// <summary>A position in the loop at some place, in terms of what is known outside: with the loop's own locals replaced by their values.</summary>
    public static Expr At(this Loop loop, Expr place, Expr position, IEnumerable<Declare> locals)
    {
        Dictionary<Expr, Expr> values = locals.ToDictionary(static d => (Expr)d.Variable, static d => d.Value);
        Expr Resolved(Expr expr) => expr.Rewrite(part => values.TryGetValue(part, out Expr? value) ? Resolved(value) : part);
        return Simplify.Expression(Resolved(position).Replace(loop.Index, place));
    }
}
