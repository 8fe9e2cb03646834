using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>½ (μ² + (σ² − 1)) − log σ: the divergence of a normal distribution from the standard one</summary>
internal static class GaussianKLLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.Elementwise(
        LossKind.GaussianKL,
        "Gaussian KL loss",
        static (mean, deviation) => (0.5 * (Square(mean) + (Square(deviation) - 1.0))) - Log(deviation));
}
