using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// Σ k·f → k·Σ f if k is a power of two, which is exact: one product per block instead of one per element.
/// </summary>
internal static class ScaleAtFinish
{
    public static Pass Pass { get; } = new(nameof(ScaleAtFinish), "moves a power of two out of a sum", Run);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapBlocks(Block) };

    private static EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        bool isSame = true;
        List<Stmt> statements = [.. block];
        for (int i = 0; i < statements.Count; i++)
        {
            foreach (Accumulator sum in (statements[i] as Loop)?.Accumulators.Where(static a => a.Reduction == Reduction.Sum && a.Initial is null) ?? [])
            {
                Loop loop = (Loop)statements[i];
                List<Accumulate> terms = [.. loop.Body.AllStatements().OfType<Accumulate>().Where(a => a.Accumulator == sum.Result.Name)];
                if (terms.Count == 1 && Factored(terms[0].Term) is var (factor, rest))
                {
                    isSame = false;
                    statements[i] = loop with { Body = loop.Body.Mapped(s => s == terms[0] ? terms[0] with { Term = rest } : s) };
                    for (int later = i + 1; later < statements.Count; later++)
                    {
                        statements[later] = statements[later].MapExpressions(e => e.Replace(sum.Result, factor * sum.Result));
                    }
                }
            }
        }

        return isSame ? block : statements.ToEquatableArray();
    }

    private static (double Factor, Expr Remainder)? Factored(Expr term) =>
        term.Unnamed() is Apply { Op: Op.Multiply } product && product.Arguments[0] is Constant constant && Simplify.IsPowerOfTwo(constant.Value.Value)
            ? (constant.Value.Value, product.Arguments[1])
            : null;
}
