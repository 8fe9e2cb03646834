using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>|x − y| &lt; β ? ½ (x − y)²/β : |x − y| − ½ β; at β = 0 the L1 loss</summary>
internal static class SmoothL1Loss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.SmoothL1,
        "smooth L1 loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [LossOption.NotNegative(Beta, 1)],
        static given =>
        {
            double beta = given.Number(Beta);
            Expr error = Of(Op.Absolute, given[0] - given[1]).As("error", "error");
            return beta == 0 ? error : Select(Of(Op.LessThan, error, error.Like(beta)), given.Rounded(0.5 / beta) * Square(error), error - (0.5 * beta));
        });

    private const string Beta = nameof(Beta);
}
