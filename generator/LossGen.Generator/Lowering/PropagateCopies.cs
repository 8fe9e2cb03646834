using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary><c>let a = b</c>, b being a variable: a is b, wherever it is read.</summary>
internal static class PropagateCopies
{
    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapBlocks(Block) };

    private static IEnumerable<Stmt> Block(EquatableArray<Stmt> block)
    {
        Dictionary<Expr, Expr> originals = [];
        foreach (Stmt statement in block)
        {
            Stmt replaced = originals.Count == 0
                ? statement
                : statement.MapAllExpressions(expr => expr.Rewrite(part => originals.TryGetValue(part, out Expr? original) ? original : part));
            if (replaced is Declare { IsMutable: false, Value: Variable original } copy)
            {
                originals[copy.Variable] = original;
            }
            else
            {
                yield return replaced;
            }
        }
    }
}
