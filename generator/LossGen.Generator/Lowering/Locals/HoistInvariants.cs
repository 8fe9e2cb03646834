using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Locals;

/// <summary>
/// Hoists what is invariant out of a loop over classes or elements. Only arithmetic moves: a load might meet a store.
/// </summary>
internal static class HoistInvariants
{
    public static Pass Pass { get; } = new(nameof(HoistInvariants), "moves what is the same for all classes or elements out of their loop", Run)
    {
        Forbids = NodeSet.OnClassAxis,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with { Body = kernel.Body.Exchange(statement => statement is Loop { Role: LoopRole.Classes or LoopRole.Elements } loop ? Hoist(loop, names) : null) };
    }

    private static IEnumerable<Stmt> Hoist(Loop loop, Names names)
    {
        HashSet<string> inside = [loop.Index.Name, .. loop.Body.SelectMany(Blocks.Declared).Select(static variable => variable.Name)];
        List<Stmt> hoisted = [];
        Dictionary<Expr, Variable> variables = [];
        EquatableArray<Stmt> body = loop.Body.MapAllExpressions(Replace);
        return hoisted.Append(loop.WithBody(body));

        Expr Replace(Expr expr)
        {
            if (!IsArithmetic(expr) || expr.Contents.Overlaps(NodeSet.Loads) || expr.Nodes(NodeSet.Variables).Any(variable => inside.Contains(((Variable)variable).Name)))
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
        Apply { Op: Op.Convert or Op.RoundToSingle } convert when convert.Arguments[0] is Variable variable => variable.Name + convert.Type.Scalar,
        Apply apply => Operations.Get(apply.Op).Name,
        _ => throw new InvalidOperationException($"{expr} is no arithmetic."),
    };

    private static bool IsArithmetic(Expr expr) => expr.Type.IsFloating && expr.Unnamed() is Apply;
}
