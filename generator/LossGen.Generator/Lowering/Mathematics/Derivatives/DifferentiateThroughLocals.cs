using LossGen.Generator.Kernel;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Mathematics.Derivatives;

/// <summary>
/// Differentiates a formula with local variables v₁, v₂, …, each a function of those before it, from the last to the first: the derivative of the
/// value by v, its <em>adjoint</em>, is known once those of all uses of v are; ∂f/∂x = ∂f/∂x|ᵥ + Σ adjoint(vᵢ)·∂vᵢ/∂x. Thus a variable that is used n
/// times is differentiated once.
/// </summary>
internal static class DifferentiateThroughLocals
{
    public static Expr? Of(Expr formula, Expr input)
    {
        formula = QuotientRule.WithoutLocals(formula, input);

        // Inner ones first, in the order of evaluation.
        Named[] locals = [.. formula.PostOrder().OfType<Named>().Where(local => local.Symbol is not null && local.Value.DependsOn(input)).Distinct()];
        if (locals.Length == 0)
        {
            return Narrowed(Differentiate.Of(formula, input));
        }

        // With names that no parameter can have.
        Variable[] variables = [.. locals.Select(static (local, number) => new Variable("local " + Number(number), local.Type))];
        Expr value = Covered(formula, locals.Length);
        Expr[] definitions = [.. locals.Select((local, number) => Covered(local.Value, number))];
        Expr?[] adjoints = new Expr?[locals.Length];
        for (int i = locals.Length - 1; i >= 0; i--)
        {
            IEnumerable<Expr?> throughLater = Enumerable.Range(i + 1, locals.Length - i - 1).Select(later =>
                Slopes.Product(adjoints[later], adjoints[later] is null ? null : OfLocal(later, variables[i])));
            adjoints[i] = Slopes.Sum(throughLater.Prepend(Differentiate.Of(value, variables[i])));
        }

        Expr? slope = Slopes.Sum(adjoints
            .Select((adjoint, i) => Slopes.Product(adjoint, adjoint is null ? null : OfLocal(i, input)))
            .Prepend(Differentiate.Of(value, input)));
        return Narrowed(slope?.Rewrite(part => part is Variable variable && Array.IndexOf(variables, variable) is >= 0 and var local ? locals[local] : part));

        Expr? OfLocal(int local, Expr by) => Differentiate.Of(definitions[local], by);

        Expr? Narrowed(Expr? whole) => whole is null ? null : Slopes.Converted(whole, formula.Type.Scalar);

        // The expression with a variable for each of the first locals.
        Expr Covered(Expr expr, int count)
        {
            Func<Expr, Expr> cover = null!;
            cover = part => part is Named named && Array.IndexOf(locals, named, 0, count) is >= 0 and var local ? variables[local] : part.MapChildren(cover);
            return cover(expr);
        }
    }
}
