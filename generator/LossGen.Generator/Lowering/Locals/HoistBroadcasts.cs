using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Locals;

/// <summary>
/// Broadcasts a scalar once, before the outermost loop in which it is invariant: <c>maximum</c> becomes <c>maximumBroadcast</c> where it is known,
/// not in every step.
/// </summary>
internal static class HoistBroadcasts
{
    public static Pass Pass { get; } = new(nameof(HoistBroadcasts), "broadcasts a scalar once, before the loop", Run)
    {
        Forbids = NodeSet.PendingLanes,
    };

    private static readonly NodeSet Broadcasts = NodeSet.Of(Op.Broadcast);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = new Hoisting(kernel).Block(kernel.Body, []) };

    private sealed class Hoisting(LossKernel kernel)
    {
        private readonly Names names = Names.Of(kernel);

        // The scalars that are known where the next loop begins.
        private readonly HashSet<string> known = [.. kernel.Parameters.Select(static parameter => parameter.Variable.Name)];

        public EquatableArray<Stmt> Block(EquatableArray<Stmt> block, Dictionary<Expr, Variable> hoisted)
        {
            if (!block.Contain(Broadcasts))
            {
                return block;
            }

            // A loop may use what was hoisted before an earlier one.
            Dictionary<Expr, Variable> ahead = new(hoisted);
            List<Stmt> result = [];
            List<string> declared = [];
            Func<Expr, Expr> replace = Rewriting.BottomUp(Broadcasts, part => hoisted.TryGetValue(part, out Variable? vector) ? vector : part);
            foreach (Stmt statement in block)
            {
                Stmt replaced = statement.MapExpressions(replace);
                if (replaced is Loop loop)
                {
                    result.AddRange(Ahead(loop, ahead));
                    known.Add(loop.Index.Name);
                    replaced = loop.WithBody(Block(loop.Body, ahead));
                    known.Remove(loop.Index.Name);
                }

                result.Add(replaced);
                declared.AddRange(statement.Declared().Select(static variable => variable.Name).Where(known.Add));
            }

            known.ExceptWith(declared);
            return result.ToEquatableArray();
        }

        private List<Stmt> Ahead(Loop loop, Dictionary<Expr, Variable> ahead)
        {
            List<Stmt> declarations = [];
            foreach (Apply broadcast in loop.Body.Nodes(Broadcasts).Cast<Apply>())
            {
                if (broadcast.Arguments[0] is Variable scalar && known.Contains(scalar.Name) && !ahead.ContainsKey(broadcast))
                {
                    Variable vector = new(names.Fresh(scalar.Name + "Broadcast"), broadcast.Type);
                    ahead[broadcast] = vector;
                    declarations.Add(new Declare(vector, broadcast));
                }
            }

            return declarations;
        }
    }
}
