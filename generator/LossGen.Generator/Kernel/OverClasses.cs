using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Expressions over the class axis: reductions, elements and tests at an index.</summary>
internal static class OverClasses
{
    /// <summary>c: the class that a reduction's body, or a map, is at.</summary>
    public static AxisIndex Index { get; } = new();

    /// <summary>d: the other class of a pair.</summary>
    public static OtherIndex Other { get; } = new();

    /// <summary>Σ_d body, d being the other class of a pair; as a sum over the classes where the body does not mention the first.</summary>
    public static Expr SumOfPairs(Expr body) => Pairs(Reduction.Sum, body);

    /// <summary>⊕_d body, likewise.</summary>
    public static Expr Pairs(Reduction reduction, Expr body) => body.DependsOnClass() ? new ReducePairs(reduction, body) : new Reduce(reduction, body.Exchanged());

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
    public static Expr At(this Expr expr, Expr index) => expr.At(index, Other);

    /// <summary>f(d, c) from f(c, d): the classes of a pair in each other's place.</summary>
    public static Expr Exchanged(this Expr expr) => expr.At(Other, Index);

    /// <summary>What the name of an element or a value says of the class it is at: "AtLabel", "At3".</summary>
    public static string PlaceOf(Expr index) => index switch
    {
        Constant { Value.Value: var known } => "At" + InvariantText.Number((long)known),
        OtherIndex => "AtOther",
        AxisIndex => "",
        _ => "AtLabel",
    };

    /// <summary>Whether it has a value for each class rather than one per location.</summary>
    public static bool DependsOnClass(this Expr expr) => expr.Contents.Overlaps(NodeSet.AxisIndices)
        && (expr is AxisIndex || (expr is not (Reduce or AtOther) && expr.Children().Any(DependsOnClass)));

    /// <summary>Whether it has a value for each other class of a pair.</summary>
    public static bool DependsOnOther(this Expr expr) => expr.Contents.Overlaps(NodeSet.OtherIndices)
        && (expr is OtherIndex or AtOther || (expr is not AnyReduction && expr.Children().Any(DependsOnOther)));

    // f(i, j) from f(c, d).
    private static Expr At(this Expr expr, Expr index, Expr other) => !expr.DependsOnClass() && !expr.DependsOnOther() ? expr : expr switch
    {
        AxisIndex => index,
        OtherIndex => other,
        ReducePairs pairs => PairsAt(pairs, index),
        AtOther { Value: var pairs } => PairsAt(pairs, other),
        Named named => new Named(named.Name + PlaceOf(named.Value.DependsOnClass() ? index : other), named.Value.At(index, other)),
        _ => expr.MapChildren(child => child.At(index, other)),
    };

    // ⊕_d f(i, d).
    private static Expr PairsAt(ReducePairs pairs, Expr index) => index switch
    {
        AxisIndex => pairs,
        OtherIndex => new AtOther(pairs),
        _ => new Reduce(pairs.Reduction, pairs.Body.At(index, Index)),
    };
}
