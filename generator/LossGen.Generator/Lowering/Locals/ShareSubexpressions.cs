using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Locals;

/// <summary>
/// Computes each value of a block once: what its author named, what is used more than once, and what is read after a store becomes a local before its
/// first use. Leaves no <see cref="Named"/>. A term of an accumulator is shared below its top operation: a product is contracted with the addition, a
/// narrowed number is taken as it was before narrowing, and whether that happens must not depend on other uses of the same value.
/// </summary>
internal static class ShareSubexpressions
{
    public static Pass Pass { get; } = new(nameof(ShareSubexpressions), "computes each value once, in a local with a name", Run)
    {
        Forbids = NodeSet.OnClassAxis | NodeSet.Bounds,
        Eliminates = NodeSet.AuthorNames,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with { Body = kernel.Body.MapBlocks(block => new Block(block, names).Share()) };
    }

    private sealed class Block
    {
        private readonly EquatableArray<Stmt> statements;
        private readonly Names names;
        private readonly Dictionary<Expr, int> uses = [];
        private readonly Dictionary<Expr, Expr> shared = [];

        // Values that a later statement declares: an earlier use moves that declaration forward, name and all.
        private readonly Dictionary<Expr, Variable> declaredLater = [];
        private readonly List<Stmt> result = [];

        public Block(EquatableArray<Stmt> statements, Names names)
        {
            this.statements = statements;
            this.names = names;
            foreach (Stmt statement in statements)
            {
                foreach (Expr expr in statement is Accumulate accumulate ? TakenIn(accumulate.Term) : statement.Expressions())
                {
                    Count(expr);
                }
            }

            foreach (Declare declare in statements.OfType<Declare>().Where(static d => !d.IsMutable && d.Value.Unnamed() is Apply))
            {
                declaredLater[declare.Value.Unnamed()] = declare.Variable;
            }
        }

        public EquatableArray<Stmt> Share()
        {
            bool stores = false;
            for (int i = 0; i < statements.Count; i++)
            {
                if (statements[i] is Declare early && shared.TryGetValue(early.Value.Unnamed(), out Expr? known) && known == early.Variable)
                {
                    continue;
                }

                Stmt replaced = statements[i] switch
                {
                    Declare declare => Redeclare(declare),
                    Accumulate accumulate => accumulate with { Term = ReplaceTakenIn(accumulate.Term) },
                    var other => other.MapExpressions(Replace),
                };
                if (statements[i] is Store && !stores)
                {
                    stores = true;
                    foreach (Expr later in statements.Skip(i + 1).SelectMany(Blocks.Expressions))
                    {
                        ReadAhead(later);
                    }
                }

                result.Add(replaced);
            }

            return result.ToEquatableArray();
        }

        // The parts of a term that may be shared.
        private static IEnumerable<Expr> TakenIn(Expr term) =>
            term is Apply { Op: Op.Negate } ? term.Children().SelectMany(TakenIn) : StaysWithAccumulator(term) ? term.Children() : [term];

        private Expr ReplaceTakenIn(Expr term) =>
            term is Apply { Op: Op.Negate } ? term.MapChildren(ReplaceTakenIn) : StaysWithAccumulator(term) ? term.MapChildren(Replace) : Replace(term);

        private static bool StaysWithAccumulator(Expr term) =>
            term is Apply { Op: Op.Multiply } || (term is Apply { Op: Op.Convert } narrowed && narrowed.Arguments[0].Type.Scalar == ScalarType.Double);

        // A value that occurs twice in one shared expression is counted once: the uses that count are those in the printed code.
        private void Count(Expr expr)
        {
            uses.TryGetValue(expr, out int count);
            uses[expr] = count + 1;
            if (count == 0)
            {
                expr.ForEachChild(Count);
            }
        }

        // Inputs that statements after the first store still read: a gradient computed in place would change them.
        private void ReadAhead(Expr expr)
        {
            if (shared.ContainsKey(expr.Unnamed()))
            {
                return;
            }

            if (expr is Load { Tensor.IsOutput: false })
            {
                DeclareShared(expr, expr);
                return;
            }

            expr.ForEachChild(ReadAhead);
        }

        // A value that a statement declares already has its local and gets no second one.
        private Declare Redeclare(Declare declare)
        {
            Expr value = declare.Value.Unnamed();
            Declare replaced = declare with { Value = shared.TryGetValue(value, out Expr? known) ? known : value.MapChildren(Replace) };
            if (!declare.IsMutable && known is null)
            {
                shared[value] = declare.Variable;
            }

            return replaced;
        }

        private Expr Replace(Expr expr)
        {
            if (shared.TryGetValue(expr.Unnamed(), out Expr? variable))
            {
                return variable;
            }

            Expr value = expr.Unnamed().MapChildren(Replace);
            return IsShared(expr) && value is not Variable ? DeclareShared(expr, value) : value;
        }

        private bool IsShared(Expr expr) => expr switch
        {
            Named => true,
            Load or Apply => expr.Type.IsFloating && uses.TryGetValue(expr, out int count) && count > 1,
            _ => false,
        };

        private Variable DeclareShared(Expr expr, Expr value)
        {
            string wish = expr switch
            {
                Named named => named.Name,
                Load load => load.Tensor.Name + "Value",
                Apply apply => Operations.Get(apply.Op).Name,
                _ => throw new InvalidOperationException($"{expr} is never shared."),
            };
            Variable variable = declaredLater.TryGetValue(expr.Unnamed(), out Variable? later) ? later : new Variable(names.Fresh(wish), expr.Type);
            result.Add(new Declare(variable, value));
            shared[expr.Unnamed()] = variable;
            return variable;
        }
    }
}
