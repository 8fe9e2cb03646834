using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>½ (x − y)²</summary>
internal static class SquareLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.Elementwise(
        LossKind.Square,
        "square loss",
        static (prediction, target) => 0.5 * Square((prediction - target).As("error")));
}
