using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>−log σ(x)_g = log Σ_c exp(x_c) − x_g</summary>
internal static class SoftmaxLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.WithLabels(
        LossKind.Softmax,
        "softmax loss",
        static (logits, label) => OverClasses.LogSumExp(logits) - logits.At(label));
}
