using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// Peels the label, the first if there are several, out of a map over the classes that tests at each whether it is the label: the map runs for all other classes, followed by one
/// statement for the label: <c>g[c] = c = label ? a : b</c> → <c>g[c] = b</c> for all c, <c>g[label] = a</c>. What is the same at the label is left to the map.
/// </summary>
internal static class PeelLabel
{
    public static Pass Pass { get; } = new(nameof(PeelLabel), "maps all classes as if none were the label, then corrects the label", Run);

    public static LossKernel Run(LossKernel kernel) => kernel.Iteration is ClassAxisIteration axis
        ? kernel with { Body = kernel.Body.Exchange(statement => Peel(statement, axis, kernel.Schedule!.HasTiles)) }
        : kernel;

    private static IEnumerable<Stmt>? Peel(Stmt statement, ClassAxisIteration axis, bool isTiled)
    {
        if (statement is not Loop { Role: LoopRole.Classes } loop || loop.Body.AllExpressions().SelectMany(LabelsTested).FirstOrDefault() is not Label label)
        {
            return null;
        }

        Loop elsewhere = loop with { Body = loop.Body.MapAllExpressions(e => Simplify.Expression(Decide(e, label, isLabel: false))) };

        // In a tile, lanes have different labels: there a comparison per class costs less than a store per location, unless only a fill remains.
        if (isTiled && !(axis.ClassesAreContiguous && elsewhere.Body.OfType<Store>().All(static store => store.Value is Constant)))
        {
            return null;
        }

        IEnumerable<Stmt> atLabel = loop.Body.OfType<Store>().Where(store => LabelsTested(store.Value).Contains(label)).Select(store => new Store(
            store.Tensor,
            axis.PositionOf(axis.LabelOf(label)),
            Decide(store.Value, label, isLabel: true).At(label)));
        return atLabel.Prepend(elsewhere);
    }

    private static IEnumerable<Expr> LabelsTested(Expr expr) =>
        !expr.Contents.Overlaps(NodeSet.LabelTests) || expr is AnyReduction ? []
        : expr.IsLabelTest() ? [expr.Children().Last()]
        : expr.Children().SelectMany(LabelsTested);

    // Only outside reductions: inside one, the class is the reduction's own.
    private static Expr Decide(Expr expr, Label label, bool isLabel) => expr switch
    {
        Apply { Op: Op.Select } select when select.Arguments[0].IsLabelTest() && select.Arguments[0].Children().Last() == label => Decide(select.Arguments[isLabel ? 1 : 2], label, isLabel),
        AnyReduction => expr,
        _ => expr.MapChildren(child => Decide(child, label, isLabel)),
    };
}
