using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>max(0, m − y·(x₁ − x₂)), y being −1 or 1</summary>
internal static class MarginRankingLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.MarginRanking,
        "margin ranking loss",
        [LossInput.Elements("first"), LossInput.Elements("second"), LossInput.Elements("target")],
        [LossOption.Number(Margin, 0)],
        static given =>
        {
            Expr difference = given[2] * (given[0] - given[1]);
            return Of(Op.Maximum, difference.Like(0), given.Number(Margin) is 0 ? -difference : difference.Like(given.Number(Margin)) - difference);
        });

    private const string Margin = nameof(Margin);
}
