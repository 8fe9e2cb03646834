using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>|x − y| ≤ δ ? ½ (x − y)² : δ·(|x − y| − ½ δ)</summary>
internal static class HuberLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.Huber,
        "Huber loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [LossOption.Positive(Delta, 1)],
        static given =>
        {
            double delta = given.Number(Delta);
            Expr error = Of(Op.Absolute, given[0] - given[1]).As("error", "error");
            return Select(Of(Op.LessThanOrEqual, error, error.Like(delta)), 0.5 * Square(error), delta * (error - (0.5 * delta)));
        });

    private const string Delta = nameof(Delta);
}
