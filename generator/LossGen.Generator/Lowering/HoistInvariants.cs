using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Moves what is the same in every step of a loop over classes or elements ahead of it. Only arithmetic moves: a load might meet a
/// store.
/// </summary>
internal static class HoistInvariants
{
    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with { Body = kernel.Body.MapBlocks(block => block.SelectMany(statement => Hoist(statement, names))) };
    }

    private static IEnumerable<Stmt> Hoist(Stmt statement, Names names)
    {
        if (statement is not Loop { Role: LoopRole.Classes or LoopRole.Elements } loop)
        {
            return [statement];
        }

        HashSet<string> inside = [loop.Index.Name, .. loop.Body.SelectMany(Traversal.Declared).Select(static variable => variable.Name)];
        List<Stmt> hoisted = [];
        Dictionary<Expr, Variable> variables = [];
        EquatableArray<Stmt> body = loop.Body.MapAllExpressions(Replace);
        return hoisted.Append(loop with { Body = body });

        Expr Replace(Expr expr)
        {
            if (!IsArithmetic(expr) || expr.PostOrder().Any(e => e is Load || (e is Variable variable && inside.Contains(variable.Name))))
            {
                return expr.MapChildren(Replace);
            }

            if (!variables.TryGetValue(expr, out Variable? variable))
            {
                variable = new Variable(names.Fresh(NameOf(expr)), expr.Type);
                variables[expr] = variable;
                hoisted.Add(new Declare(variable, expr.Unnamed()));
            }

            return variable;
        }
    }

    private static string NameOf(Expr expr) => expr switch
    {
        Named named => named.Name,
        Apply { Op: Op.Convert } convert when convert.Arguments[0] is Variable variable => variable.Name + convert.Type.Scalar,
        Apply apply => Operations.Get(apply.Op).Name,
        _ => throw new InvalidOperationException($"{expr} is no arithmetic."),
    };

    private static bool IsArithmetic(Expr expr) => expr.Type.IsFloating && expr.Unnamed() is Apply;
}
