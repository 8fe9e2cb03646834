using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>The building blocks of patterns.</summary>
internal static class Wildcards
{
    public static Wildcard X { get; } = new("x");

    public static Wildcard Y { get; } = new("y");

    public static Wildcard Z { get; } = new("z");

    public static Wildcard C { get; } = new("c");

    /// <summary>The label of a location.</summary>
    public static Wildcard G { get; } = new("label");

    public static Expr Zero { get; } = Number(0);

    public static Expr One { get; } = Number(1);

    public static Expr Number(double value) => new Constant(value, IrType.Double);

    public static Expr Softplus(Expr x) => Expr.Of(Op.Softplus, x);

    public static Expr Sigmoid(Expr x) => Expr.Of(Op.Sigmoid, x);

    public static Expr Tanh(Expr x) => Expr.Of(Op.Tanh, x);

    public static Expr ExpM1(Expr x) => Expr.Of(Op.ExpM1, x);

    public static Expr Absolute(Expr x) => Expr.Of(Op.Absolute, x);

    public static Expr Maximum(Expr x, Expr y) => Expr.Of(Op.Maximum, x, y);

    public static Expr Minimum(Expr x, Expr y) => Expr.Of(Op.Minimum, x, y);

    public static Expr LogAddExp(Expr x, Expr y) => Expr.Of(Op.LogAddExp, x, y);

    public static Expr LogCosh(Expr x) => Expr.Of(Op.LogCosh, x);

    public static Expr RootOfSquarePlus(Expr x, Expr c) => Expr.Of(Op.RootOfSquarePlus, x, c);

    /// <summary>Whether a value is the same for all elements.</summary>
    public static bool IsUniform(Expr expr) => !expr.Contents.Overlaps(NodeSet.Loads | NodeSet.Elements | NodeSet.Reductions);

    /// <summary>
    /// The nodes that an expression must contain for a pattern to match: all but sums, products, squares and constants, which match however they are
    /// written.
    /// </summary>
    public static NodeSet NodesOf(Expr pattern) => pattern switch
    {
        Apply { Op: Op.Add or Op.Subtract or Op.Multiply or Op.Square or Op.Negate } apply => Below(apply),
        Apply apply => NodeSet.Of(apply.Op) | Below(apply),
        Wildcard or WildcardAt or Constant => NodeSet.None,
        _ => pattern.Contents,
    };

    private static NodeSet Below(Apply apply) => apply.Arguments.Aggregate(NodeSet.None, static (all, argument) => all | NodesOf(argument));
}
