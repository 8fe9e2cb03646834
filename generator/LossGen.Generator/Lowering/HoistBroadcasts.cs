using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Broadcasts a scalar once, ahead of the outermost loop for which it is the same: <c>maximum</c> becomes
/// <c>maximumBroadcast</c> where it is known, not in every step.
/// </summary>
internal static class HoistBroadcasts
{
    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with { Body = Hoist(kernel.Body, names).ToEquatableArray() };
    }

    private static IEnumerable<Stmt> Hoist(IEnumerable<Stmt> block, Names names)
    {
        Dictionary<Expr, Variable> broadcasts = [];
        foreach (Stmt statement in block)
        {
            if (statement is not Loop loop || !loop.Body.AllExpressions().Contain(NodeSet.Of(Op.Broadcast)))
            {
                yield return statement;
                continue;
            }

            HashSet<string> inside = [.. loop.Body.AllStatements().SelectMany(NamesWithin).Append(loop.Index.Name)];
            foreach (Apply broadcast in loop.Body.AllExpressions().Nodes(NodeSet.Of(Op.Broadcast)).Cast<Apply>().Where(e => IsHoistable(e, inside)).Distinct().ToList())
            {
                if (!broadcasts.ContainsKey(broadcast))
                {
                    Variable vector = new(names.Fresh(((Variable)broadcast.Arguments[0]).Name + "Broadcast"), broadcast.Type);
                    broadcasts[broadcast] = vector;
                    yield return new Declare(vector, broadcast);
                }
            }

            EquatableArray<Stmt> body = broadcasts.Count == 0
                ? loop.Body
                : loop.Body.MapAllExpressions(e => e.Rewrite(NodeSet.Of(Op.Broadcast), part => part is Apply { Op: Op.Broadcast } && broadcasts.TryGetValue(part, out Variable? vector) ? vector : part));
            yield return loop with { Body = Hoist(body, names).ToEquatableArray() };
        }
    }

    private static IEnumerable<string> NamesWithin(Stmt statement) =>
        statement.Declared().Select(static variable => variable.Name).Concat(statement is Loop loop ? [loop.Index.Name] : []);

    private static bool IsHoistable(Apply broadcast, HashSet<string> inside) =>
        broadcast.Arguments[0] is Variable variable && !inside.Contains(variable.Name);
}
