using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Expressions over the class axis: reductions, elements and tests at an index.</summary>
internal static class OverClasses
{
    /// <summary>c: the class that a reduction's body, or a map, is at.</summary>
    public static AxisIndex Index { get; } = new();

    /// <summary>Σ_c body</summary>
    public static Reduce Sum(Expr body) => new(Reduction.Sum, body);

    /// <summary>max_c body</summary>
    public static Reduce Maximum(Expr body) => new(Reduction.Maximum, body);

    /// <summary>max_c body; NaN if any of them is, and with a derivative, which goes to the first that attains it.</summary>
    public static Reduce PropagatingMaximum(Expr body) => new(Reduction.PropagatingMaximum, body);

    /// <summary>min_c body, likewise.</summary>
    public static Expr PropagatingMinimum(Expr body) => -PropagatingMaximum(-body);

    /// <summary>log Σ_c exp(body)</summary>
    public static Reduce LogSumExp(Expr body) => new(Reduction.LogSumExp, body);

    /// <summary>c = g</summary>
    public static Expr IsLabel(Expr label) => Expr.Of(Op.Equal, Index, label);

    /// <summary>Whether it is c = g.</summary>
    public static bool IsLabelTest(this Expr expr) => expr is Apply { Op: Op.Equal } equal && equal.Arguments[0] is AxisIndex && equal.Arguments[1] is Label;

    /// <summary>The same reduction over all classes but the label, at which its identity replaces the term: ⊕_{c ≠ g} f(c).</summary>
    public static Reduce Except(this Reduce reduce, Expr label) =>
        new(reduce.Reduction, Expr.Select(IsLabel(label), reduce.Reduction.Identity(reduce.Body.Type), reduce.Body));

    /// <summary>The label that a reduction omits, null if none, and the term of the other classes.</summary>
    public static (Expr? Label, Expr Term) ReadExcept(this Reduce reduce) =>
        reduce.Body is Apply { Op: Op.Select } choice
            && choice.Arguments[0] is Apply { Op: Op.Equal } test
            && test.Arguments[0] is AxisIndex
            && choice.Arguments[1] == reduce.Reduction.Identity(choice.Type)
            ? (test.Arguments[1], choice.Arguments[2])
            : (null, reduce.Body);

    /// <summary>f(i) from f(c): another index for c, except where a reduction binds it. The name of what depends on c says so.</summary>
    public static Expr At(this Expr expr, Expr index) => !expr.DependsOnClass() ? expr : expr switch
    {
        AxisIndex => index,
        Named named => new Named(named.Name + PlaceOf(index), named.Value.At(index)),
        _ => expr.MapChildren(child => child.At(index)),
    };

    /// <summary>What the name of an element or a value says of the class it is at: "AtLabel", "At3".</summary>
    public static string PlaceOf(Expr index) => index is Constant { Value.Value: var known } ? "At" + InvariantText.Number((long)known) : "AtLabel";

    /// <summary>Whether it has a value for each class rather than one per location.</summary>
    public static bool DependsOnClass(this Expr expr) => expr.Contents.Overlaps(NodeSet.AxisIndices)
        && (expr is AxisIndex || (expr is not Reduce && expr.Children().Any(DependsOnClass)));
}
