using System.Globalization;
using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Makes one step of a marked loop hold several copies of its body, statement by statement, each copy with locals and
/// accumulators of its own; behind the loop the accumulators are combined in pairs.
/// </summary>
internal static class Unroll
{
    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with
        {
            Body = kernel.Body.MapBlocks(block => block.SelectMany(s => s is Loop { Unroll: > 1 } loop ? Copies(loop, names) : [s])),
        };
    }

    private static IEnumerable<Stmt> Copies(Loop loop, Names names)
    {
        List<Accumulator[]> accumulators = [.. loop.Accumulators.Select(a => Enumerable.Range(0, loop.Unroll)
            .Select(copy => new Accumulator(a.Result with { Name = names.Fresh(Numbered(a.Result.Name, copy)) }, a.Reduction, copy == 0 ? a.Initial : null))
            .ToArray())];
        List<string> carried = [.. loop.Accumulators.Select(static a => a.Result.Name)];

        // Loops that follow each other may use the same names again, so these are not given out for good.
        string Local(string name, int copy) => names.IsTaken(Numbered(name, copy)) ? Numbered(name + "Copy", copy) : Numbered(name, copy);

        Stmt Copy(Stmt statement, int copy)
        {
            Stmt moved = statement.MapExpressions(e => e.Rewrite(part => part switch
            {
                Variable variable when variable == loop.Index && copy > 0 => loop.Index + Expr.Position(copy * loop.Step),
                Variable variable when IsLocal(loop, variable) => variable with { Name = Local(variable.Name, copy) },
                _ => part,
            }));
            return moved switch
            {
                Declare declare => declare with { Variable = declare.Variable with { Name = Local(declare.Variable.Name, copy) } },
                Accumulate accumulate => accumulate with { Accumulator = accumulators[carried.IndexOf(accumulate.Accumulator)][copy].Result.Name },
                _ => moved,
            };
        }

        yield return loop with
        {
            Step = loop.Step * loop.Unroll,
            Unroll = 1,
            Accumulators = accumulators.SelectMany(static copies => copies).ToEquatableArray(),
            Body = loop.Body.SelectMany(statement => Enumerable.Range(0, loop.Unroll).Select(copy => Copy(statement, copy))).ToEquatableArray(),
        };

        for (int i = 0; i < accumulators.Count; i++)
        {
            Accumulator whole = loop.Accumulators[i];
            yield return new Declare(whole.Result, InPairs(whole.Reduction, [.. accumulators[i].Select(static a => (Expr)a.Result)]));
        }
    }

    // ((a₀ ⊕ a₁) ⊕ (a₂ ⊕ a₃))
    private static Expr InPairs(Reduction reduction, List<Expr> parts)
    {
        while (parts.Count > 1)
        {
            parts = [.. Enumerable.Range(0, (parts.Count + 1) / 2)
                .Select(i => (2 * i) + 1 < parts.Count ? reduction.Accumulate(parts[2 * i], parts[(2 * i) + 1]) : parts[2 * i])];
        }

        return parts[0];
    }

    private static bool IsLocal(Loop loop, Variable variable) => loop.Body.SelectMany(Traversal.Declared).Any(declared => declared.Name == variable.Name);

    private static string Numbered(string name, int copy) => name + copy.ToString(CultureInfo.InvariantCulture);
}
