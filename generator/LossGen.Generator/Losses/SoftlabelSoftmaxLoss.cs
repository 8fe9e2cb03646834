using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>−Σ_c y_c·log σ(x)_c = Σ_c y_c·(log Σ_j exp(x_j) − x_c), where a class with soft label 0 counts 0</summary>
internal static class SoftlabelSoftmaxLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.AlongClasses(
        LossKind.SoftlabelSoftmax,
        "soft-label softmax loss",
        static (logits, target) => OverClasses.Sum(Expr.Of(Op.MultiplyOrZero, target, OverClasses.LogSumExp(logits) - logits)).As("crossEntropy"));
}
