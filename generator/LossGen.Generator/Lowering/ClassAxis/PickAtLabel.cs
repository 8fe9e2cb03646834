using LossGen.Generator.Kernel;

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
        kernel is { Schedule.HasTiles: true, Iteration: ClassAxisIteration { Classes: > 1 and <= MostClasses } }
            ? kernel with { Body = kernel.Body.Rewrite(NodeSet.AtLabels, e => e is AtLabel { Body: var body } && IsInTile(body) ? Pick(kernel, body) : e) }
            : kernel;

    private static bool IsInTile(Expr body) => body.Nodes(NodeSet.ClassElements).Cast<ClassElement>().All(static element => element.Tensor.Layout == TensorLayout.Tile);

    private static Expr Pick(LossKernel kernel, Expr body)
    {
        string name = body switch
        {
            Named named => named.Name,
            ClassElement element => kernel.Tensors.First(tensor => tensor.Role == element.Tensor.Role && tensor.Number == element.Tensor.Number).Name,
            _ => "value",
        };
        return new OverClasses(Reduction.OneHot, Expr.Select(new IsLabel(), body, body.Like(0))).As(name + "AtLabel");
    }
}
