using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>y·(log y − x), and 0 where y = 0, or exp(y)·(y − x), y being the logarithm of a probability; x is one always</summary>
internal static class KLDivLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.KLDiv,
        "Kullback–Leibler divergence",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [LossOption.Truth(LogTarget, false)],
        static given =>
        {
            (Expr logProbability, Expr target) = (given[0], given[1]);
            return given.IsTrue(LogTarget)
                ? Exp(target) * (target - logProbability)
                : Of(Op.XLogY, target, target) - Of(Op.MultiplyOrZero, target, logProbability);
        });

    private const string LogTarget = nameof(LogTarget);
}
