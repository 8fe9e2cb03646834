using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>p·y·log(1 + exp(−x)) + (1 − y)·log(1 + exp(x)), p being the weight of a positive answer</summary>
internal static class BinaryCrossEntropyWithLogitsLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.BinaryCrossEntropyWithLogits,
        "binary cross-entropy of logits",
        [LossInput.Elements("logits"), LossInput.Elements("target")],
        [LossOption.NotNegative(PositiveWeight, 1)],
        static given =>
        {
            (Expr logit, Expr target) = (given[0], given[1]);
            return (given.Number(PositiveWeight) is 1 ? target : given.Number(PositiveWeight) * target) * Of(Op.Softplus, -logit) + (target.Like(1) - target) * Of(Op.Softplus, logit);
        });

    private const string PositiveWeight = nameof(PositiveWeight);
}
