using LossGen.Generator.Kernel;

namespace LossGen.Generator.Losses;

/// <summary>max(1 − x·y, 0), y being −1 or 1</summary>
internal static class HingeLoss
{
    public static LossDefinition Definition { get; } = LossDefinition.Elementwise(
        "hinge loss",
        static (prediction, label) => Expr.Of(Op.Maximum, (prediction.Like(1) - (prediction * label)).As("margin"), prediction.Like(0)));
}
