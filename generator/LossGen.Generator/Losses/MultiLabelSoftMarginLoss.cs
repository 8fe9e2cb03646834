using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>1/C · Σ_c (y_c·log(1 + exp(−x_c)) + (1 − y_c)·log(1 + exp(x_c))), 0·∞ being 0</summary>
internal static class MultiLabelSoftMarginLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.MultiLabelSoftMargin,
        "multi-label soft margin loss",
        [LossInput.Elements("logits"), LossInput.Elements("target")],
        [],
        static given =>
        {
            (Expr logits, Expr target) = (given[0], given[1]);
            Expr sum = OverClasses.Sum(BinaryCrossEntropyWithLogitsLoss.CrossEntropy(logits, target, positive: target));
            return sum / sum.Like(given.Classes);
        });
}
