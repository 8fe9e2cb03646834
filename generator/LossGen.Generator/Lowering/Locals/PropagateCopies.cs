using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Locals;

/// <summary><c>let a = b</c>, where b is a variable: a is replaced by b wherever it is read.</summary>
internal static class PropagateCopies
{
    public static Pass Pass { get; } = new(nameof(PropagateCopies), "reads a variable rather than its copy", Run);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapBlocks(Block) };

    private static EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        if (!block.Any(IsCopy))
        {
            return block;
        }

        Dictionary<Expr, Expr> originals = [];
        Func<Expr, Expr> replace = Rewriting.BottomUp(NodeSet.Variables, part => originals.TryGetValue(part, out Expr? original) ? original : part);
        List<Stmt> result = [];
        foreach (Stmt statement in block)
        {
            Stmt replaced = originals.Count == 0 ? statement : statement.MapAllExpressions(replace);
            if (IsCopy(replaced))
            {
                Declare copy = (Declare)replaced;
                originals[copy.Variable] = copy.Value;
            }
            else
            {
                result.Add(replaced);
            }
        }

        return result.ToEquatableArray();
    }

    private static bool IsCopy(Stmt statement) => statement is Declare { IsMutable: false, Value: Variable };
}
