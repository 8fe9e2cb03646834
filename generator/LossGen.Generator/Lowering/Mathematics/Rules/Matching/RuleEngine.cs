using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>
/// Applies rules until none applies: first to the parts of an expression, and to a sum or a product as a whole, so that a rule finds its terms
/// wherever they are. If a rule would apply to one or both sides of a choice, the choice is made last: 1 − (c ? p : 1 − p) becomes c ? 1 − p : p.
/// </summary>
/// <param name="rules">The rules, in the order in which they are tried.</param>
internal sealed class RuleEngine(IReadOnlyList<Rule> rules)
{
    // Each step gains, so a formula takes only a few; a mistake in a rule must not hang the compiler.
    private const int MostSteps = 500;

    private readonly NodeSet needed = rules.Aggregate(NodeSet.None, static (all, rule) => all | rule.Needs);

    public Expr Run(Expr expr) => new Rewriting(this).Down(expr);

    private Expr? First(Expr expr)
    {
        NodeSet contents = expr.Contents;
        foreach (Rule rule in rules)
        {
            if (contents.Includes(rule.Needs) && rule.Apply(expr) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    // Replaces f(c ? a : b) by c ? f(a) : f(b) if that makes a rule apply.
    private Expr? Chosen(Apply apply)
    {
        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            int place = i;
            if (apply.Op != Op.Select && apply.Arguments[i].Unnamed() is Apply { Op: Op.Select } choice && choice.Type == apply.Type && !choice.Arguments[0].Contents.Overlaps(NodeSet.LabelTests))
            {
                Expr[] sides = [.. choice.Arguments.Skip(1).Select(side => With(apply, place, side))];
                Expr?[] better = [.. sides.Select(First)];
                if (better[0] is not null || better[1] is not null)
                {
                    return Expr.Select(choice.Arguments[0], better[0] ?? sides[0], better[1] ?? sides[1]);
                }
            }
        }

        return null;
    }

    private static Apply With(Apply apply, int place, Expr argument)
    {
        Expr[] arguments = apply.Arguments.ToArray();
        arguments[place] = argument;
        return new Apply(apply.Op, Model.EquatableArray.Of(arguments), apply.Type);
    }

    // The rewriting of one expression; visited nodes are recognised by reference.
    private sealed class Rewriting(RuleEngine engine)
    {
        private readonly Dictionary<Expr, Expr> known = new(ReferenceComparer.Instance);
        private int steps;

        public Expr Down(Expr expr)
        {
            if (!expr.Contents.Overlaps(engine.needed))
            {
                return expr;
            }

            if (!known.TryGetValue(expr, out Expr? result))
            {
                result = AtRoot(Parts(expr));
                known[expr] = result;
            }

            return result;
        }

        private Expr AtRoot(Expr expr)
        {
            if (expr is Apply { Type.IsFloating: true } apply && steps < MostSteps && (engine.First(expr) ?? engine.Chosen(apply)) is { } better)
            {
                steps++;
                return Down(Simplify.Expression(better));
            }

            return expr;
        }

        // The parts of a sum are its terms, however many additions it has.
        private Expr Parts(Expr expr)
        {
            NodeSet kind = expr is Apply { Op: Op.Negate } ? NodeSet.None : Joining(expr);
            Func<Expr, Expr> map = null!;
            map = child => kind != NodeSet.None && Joining(child) == kind ? child.MapChildren(map) : Down(child);
            return expr.MapChildren(map);
        }

        private static NodeSet Joining(Expr expr) => expr switch
        {
            Apply { Op: Op.Add or Op.Subtract or Op.Negate } => NodeSet.Of(Op.Add),
            Apply { Op: Op.Multiply or Op.Divide } => NodeSet.Of(Op.Multiply),
            _ => NodeSet.None,
        };
    }
}
