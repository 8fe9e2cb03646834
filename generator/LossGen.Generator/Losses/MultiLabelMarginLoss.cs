using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>1/C · Σ_{c: y_c} Σ_{d: not y_d} max(1 − x_c + x_d, 0)</summary>
internal static class MultiLabelMarginLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.MultiLabelMargin,
        "multi-label margin loss",
        [LossInput.Elements("scores"), LossInput.Truths("target")],
        [],
        static given =>
        {
            (Expr scores, Expr target) = (given[0], given[1]);
            Expr zero = scores.Like(0);
            Expr isTarget = Of(Op.LessThan, target.Like(0), target);
            Expr within = Of(Op.Maximum, scores.Like(1) - scores + scores.At(OverClasses.Other), zero);
            Expr beyond = OverClasses.SumOfPairs(Select(isTarget.At(OverClasses.Other), zero, within)).As("beyond");
            Expr sum = OverClasses.Sum(Select(isTarget, beyond, zero));
            return sum / sum.Like(given.Classes);
        });
}
