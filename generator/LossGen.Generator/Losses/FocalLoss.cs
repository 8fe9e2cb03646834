using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>−(1 − p)^γ · log p, p being the softmax at the label</summary>
internal static class FocalLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.Focal,
        "focal loss",
        [LossInput.Elements("logits"), LossInput.Labels("labels", NumberType.Int32)],
        [LossOption.NotNegative(Gamma, 2)],
        static given =>
        {
            Expr logits = given[0];
            Expr crossEntropy = (OverClasses.LogSumExp(logits) - logits.At(given[1])).As("crossEntropy", "crossEntropy");
            return given.Number(Gamma) is 0
                ? crossEntropy
                : Power(logits.Like(1) - Exp(-crossEntropy), logits.Like(given.Number(Gamma))) * crossEntropy;
        }).OfSoftmax();

    private const string Gamma = nameof(Gamma);
}
