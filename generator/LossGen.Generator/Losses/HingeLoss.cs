using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>max(1 − x·y, 0), y being −1 or 1</summary>
internal static class HingeLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.Elementwise(
        LossKind.Hinge,
        "hinge loss",
        static (prediction, label) => Expr.Of(Op.Maximum, (prediction.Like(1) - (prediction * label)).As("margin"), prediction.Like(0)));
}
