using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>y &gt; 0 ? x : max(0, m − x), x being a distance and y −1 or 1</summary>
internal static class HingeEmbeddingLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.HingeEmbedding,
        "hinge embedding loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target") with { HasGradient = false }],
        [LossOption.Number(Margin, 1)],
        static given =>
        {
            (Expr distance, Expr target) = (given[0], given[1]);
            return Select(Of(Op.LessThan, target.Like(0), target), distance, Of(Op.Maximum, distance.Like(0), distance.Like(given.Number(Margin)) - distance));
        });

    private const string Margin = nameof(Margin);
}
