using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>1/C · Σ_{c ≠ g} max(m − x_g + x_c, 0)ᵖ</summary>
internal static class MultiMarginLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.MultiMargin,
        "multi-class margin loss",
        [LossInput.Elements("scores"), LossInput.Labels("labels", NumberType.Int32)],
        [LossOption.Power(P, 1), LossOption.Number(Margin, 1)],
        static given =>
        {
            (Expr scores, Expr label) = (given[0], given[1]);
            Expr within = Of(Op.Maximum, scores.Like(given.Number(Margin)) - scores.At(label) + scores, scores.Like(0));
            Reduce sum = OverClasses.Sum(given.Number(P) is 1 ? within : Square(within)).Except(label);
            return sum / sum.Like(given.Classes);
        });

    private const string P = nameof(P);
    private const string Margin = nameof(Margin);
}
