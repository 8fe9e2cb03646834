using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// f(x_g) → Σ_c (c = g ? f(x_c) : 0), if a tile has few classes: lanes then neither have to gather the label's elements one by one nor compute f once
/// more.
/// </summary>
internal static class PickAtLabel
{
    public static Pass Pass { get; } = new(nameof(PickAtLabel), "finds the label's element while it goes through all classes, where these are few", Run);

    // Looking up a single location costs about ten instructions, a class of eight locations two or three.
    private const int MostClasses = 20;

    public static LossKernel Run(LossKernel kernel) =>
        kernel is { Schedule.HasTiles: true, Iteration: ClassAxisIteration { Classes: > 1 and <= MostClasses } } && kernel.Body.Nodes(NodeSet.Labels).FirstOrDefault() is { } label
            ? kernel with { Body = new Picking(kernel, label).Run() }
            : kernel;

    private sealed class Picking
    {
        private readonly LossKernel kernel;
        private readonly Expr label;

        // By their value at the label: elements of a tile, and what is costly to compute from them, of each class.
        private readonly Dictionary<Expr, Expr> perClass = [];

        public Picking(LossKernel kernel, Expr label)
        {
            this.kernel = kernel;
            this.label = label;
            foreach (Expr part in kernel.Body.Nodes(NodeSet.Reductions).Cast<Reduce>().SelectMany(static reduce => reduce.Body.PostOrder()).Where(static part => IsCostly(part) && IsInTile(part)))
            {
                perClass[Simplify.Expression(part.At(label))] = part;
            }
        }

        public EquatableArray<Stmt> Run() => kernel.Body.MapAllExpressions(Pick);

        private Expr Pick(Expr expr) =>
            !expr.Contents.Overlaps(NodeSet.Labels) ? expr
            : perClass.TryGetValue(expr, out Expr? each) ? OneHot(each)
            : expr.MapChildren(Pick);

        private Expr OneHot(Expr each)
        {
            string name = each switch
            {
                Named named => named.Name,
                Element element => kernel.NameOf(element.Tensor),
                _ => "value",
            };
            return new Reduce(Reduction.OneHot, Expr.Select(OverClasses.IsLabel(label), each, each.Like(0))).As(name + "AtLabel");
        }

        private static bool IsCostly(Expr expr) => expr.Unnamed() switch
        {
            Element => true,
            Apply apply => Operations.Get(apply.Op).IsTranscendental,
            _ => false,
        };

        private static bool IsInTile(Expr expr) => expr.DependsOnClass() && expr.Contents.Overlaps(NodeSet.Elements)
            && expr.Nodes(NodeSet.Elements).Cast<Element>().All(static element => element.Tensor.Layout == TensorLayout.Tile);
    }
}
