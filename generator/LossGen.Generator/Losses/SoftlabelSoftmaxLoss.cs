using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>−Σ_c y_c·log σ(x)_c = Σ_c y_c·(log Σ_j exp(x_j) − x_c), where a class with soft label 0 counts 0; with a z-loss + λ·(log Σ_c exp(x_c))²</summary>
internal static class SoftlabelSoftmaxLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.AlongClasses(
        LossKind.SoftlabelSoftmax,
        "soft-label softmax loss",
        Logits.Options,
        static given => Logits.WithPenalty(OverClasses.Sum(Expr.Of(Op.MultiplyOrZero, given[1], OverClasses.LogSumExp(Logits.Of(given)) - Logits.Of(given))).As("crossEntropy"), given)).OfSoftmax();
}
