using LossGen.Generator.Kernel;

namespace LossGen.Generator.Losses;

/// <summary>−log σ(x)_g = log Σ_c exp(x_c) − x_g</summary>
internal static class SoftmaxLoss
{
    public static LossDefinition Definition { get; } = LossDefinition.WithLabels(
        "softmax loss",
        static logits => new LogSumExp(logits) - new AtLabel(logits));
}
