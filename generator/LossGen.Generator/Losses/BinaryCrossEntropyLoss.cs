using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>−(y·log x + (1 − y)·log(1 − x)), x being a probability</summary>
internal static class BinaryCrossEntropyLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.Elementwise(
        LossKind.BinaryCrossEntropy,
        "binary cross-entropy loss",
        static (prediction, target) => Expr.Of(Op.BinaryCrossEntropy, prediction, target));
}
