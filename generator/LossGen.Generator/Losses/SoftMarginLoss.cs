using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>log(1 + exp(−x·y)), y being −1 or 1</summary>
internal static class SoftMarginLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.SoftMargin,
        "soft margin loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [],
        static given => Of(Op.Softplus, -given[0] * given[1]));
}
