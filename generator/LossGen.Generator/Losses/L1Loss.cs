using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>|x − y|</summary>
internal static class L1Loss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.L1,
        "L1 loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [],
        static given => Of(Op.Absolute, given[0] - given[1]));
}
