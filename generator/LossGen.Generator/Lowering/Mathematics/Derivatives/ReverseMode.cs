using LossGen.Generator.Kernel;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Mathematics.Derivatives;

/// <summary>
/// Differentiates a formula with local variables v₁, v₂, …, each a function of those before it, from the last to the first: the derivative of the
/// value by v, its <em>adjoint</em>, is known once those of all uses of v are; ∂f/∂x = ∂f/∂x|ᵥ + Σ adjoint(vᵢ)·∂vᵢ/∂x. Thus a variable that is used n
/// times is differentiated once, and what cancels within its definition cancels. A variable with a value for each class has an adjoint for each: it
/// counts as the sum Σ_c adjoint(c)·v(c) does. The logits of a log-sum-exp are such a variable, with or without a name (<see cref="LogitsOf"/>), and so are the
/// sums in a quotient whose terms cancel (<see cref="QuotientRule.Sums"/>).
/// </summary>
/// <remarks>
/// Of what has a value for each class itself, such as the derivative by x_c, this is the derivative by the element of the same class, the diagonal of the Hessian. There a variable
/// outside reductions counts at that class alone; within one it is the reduction's own, which <see cref="Differentiate"/> hands back here.
/// </remarks>
internal sealed class ReverseMode
{
    private readonly Expr[] locals;
    private readonly bool isAtOneClass;
    private readonly Expr[] placeholders;
    private readonly Dictionary<Expr, Expr> atPlaces = [];
    private readonly Expr value;
    private readonly Expr[] definitions;

    private ReverseMode(Expr formula, Expr[] locals, IReadOnlyCollection<Expr> logits, bool isAtOneClass)
    {
        this.locals = locals;
        this.isAtOneClass = isAtOneClass;
        placeholders = [.. locals.Select(Placeholder)];
        foreach (Expr place in logits.Count == 0 ? [] : LogitsOf.Places(formula))
        {
            foreach (Expr each in logits)
            {
                atPlaces[placeholders[Array.IndexOf(locals, each)].At(place)] = LogitsOf.At(each, place);
            }
        }

        value = Covered(formula, locals.Length);
        definitions = [.. locals.Select((local, number) => Covered(local is Named named ? named.Value : local, number))];
    }

    /// <summary>The derivative of a formula by one of its inputs; null if it does not depend on it.</summary>
    public static Expr? Of(Expr formula, Expr input)
    {
        formula = QuotientRule.WithoutLocals(formula, input);

        // Inner ones first, in the order of evaluation; what need not have a name before other locals, whose definitions may hold it.
        bool isAtOneClass = input is Element && formula.DependsOnClass();
        Named[] named = [.. LocalsIn(isAtOneClass ? OutsideReductions(formula) : formula.PostOrder(), input)];
        Expr[] logits = isAtOneClass ? [] : [.. LogitsOf.Formula(formula, input)];
        IEnumerable<Expr> sums = isAtOneClass ? [] : QuotientRule.Sums(formula, input).Select(sum => named.FirstOrDefault(local => local.Value == sum) ?? sum);
        Expr[] locals = [.. logits.Concat(sums).SelectMany(each => LocalsIn(each.PostOrder(), input).Append(each)).Concat(named).Distinct()];
        Expr? slope = locals.Length == 0 ? Differentiate.Of(formula, input) : new ReverseMode(formula, locals, logits, isAtOneClass).By(input);
        return slope is null ? null : Slopes.Converted(slope, formula.Type.Scalar);
    }

    /// <summary>Whether an expression has local variables that depend on an input.</summary>
    public static bool HasLocals(Expr expr, Expr input) => expr.Contents.Overlaps(NodeSet.Annotations) && LocalsIn(expr.PostOrder(), input).Any();

    private static IEnumerable<Named> LocalsIn(IEnumerable<Expr> parts, Expr input) => parts.OfType<Named>().Where(local => local.Symbol is not null && local.Value.DependsOn(input) && !local.Value.DependsOnOther()).Distinct();

    private static IEnumerable<Expr> OutsideReductions(Expr expr) => (expr is AnyReduction ? [] : expr.Children().SelectMany(OutsideReductions)).Append(expr);

    private Expr? By(Expr input)
    {
        Expr?[] adjoints = new Expr?[locals.Length];
        for (int i = locals.Length - 1; i >= 0; i--)
        {
            Expr variable = placeholders[i];
            adjoints[i] = Slopes.Sum(Enumerable.Range(i + 1, locals.Length - i - 1).Select(later => Through(later, variable)).Prepend(Differentiate.Of(value, variable)));
        }

        return Slopes.Sum(Enumerable.Range(0, locals.Length).Select(i => Through(i, input)).Prepend(Differentiate.Of(value, input)))?.Rewrite(Uncovered);

        Expr? Through(int local, Expr by) => adjoints[local] is not { } adjoint ? null
            : IsOfEachClass(locals[local]) ? Differentiate.ThroughEachClass(definitions[local], by, adjoint)
            : Slopes.Product(adjoint, Differentiate.Of(definitions[local], by));
    }

    private bool IsOfEachClass(Expr local) => !isAtOneClass && local.DependsOnClass();

    // With names that no parameter and no tensor can have.
    private Expr Placeholder(Expr local, int number) => IsOfEachClass(local)
        ? new Element(new Tensor("local " + Number(number), local.Type.Scalar, TensorRole.Intermediate, Number: number), OverClasses.Index)
        : new Variable("local " + Number(number), local.Type);

    // The expression with a placeholder for each of the first locals, and for logits at a label.
    private Expr Covered(Expr expr, int count)
    {
        Func<Expr, Expr> cover = null!;
        cover = part => Array.FindIndex(locals, 0, count, local => local == part || (part is Reduce && local is Named named && named.Value == part)) is >= 0 and var local ? placeholders[local]
            : atPlaces.FirstOrDefault(at => ((Element)at.Key).Tensor.Number < count && LogitsOf.Are(part, at.Value)).Key is { } place ? place
            : isAtOneClass && part is Reduce ? part
            : part.MapChildren(cover);
        return cover(expr);
    }

    private Expr Uncovered(Expr part)
    {
        int local = Array.FindIndex(placeholders, placeholder => placeholder == part || (part is Element { Tensor: var tensor } && placeholder is Element of && of.Tensor == tensor));
        return local < 0 ? part : part is Element { Class: not AxisIndex and var place } ? locals[local].At(place) : locals[local];
    }
}
