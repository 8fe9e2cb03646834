using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>p·y·log(1 + exp(−x)) + (1 − y)·log(1 + exp(x)), 0·∞ being 0 and p the weight of a positive answer; with a weight for each class, Σ_c of the same</summary>
internal static class BinaryCrossEntropyWithLogitsLoss
{
    private static readonly LossTemplate WithOneWeight = LossTemplate.Elementwise(
        LossKind.BinaryCrossEntropyWithLogits,
        "binary cross-entropy of logits",
        [LossInput.Elements("logits"), LossInput.Elements("target")],
        [OfAll],
        static given => given.PerClass is { } weight
            ? OverClasses.Sum(CrossEntropy(given[0], given[1], weight * given[1]))
            : CrossEntropy(given[0], given[1], given.Number(PositiveWeight) is 1 ? given[1] : given.Number(PositiveWeight) * given[1]));

    private const string PositiveWeight = nameof(PositiveWeight);

    public static LossTemplate Template { get; } = WithOneWeight with { PerClass = new ClassOption("PositiveWeights", OfAll) };

    private static LossOption OfAll => LossOption.NotNegative(PositiveWeight, 1);

    /// <summary>The loss of one logit. An answer that is sure takes nothing of the other's logarithm, however large the logit is.</summary>
    /// <param name="logit">The logit.</param>
    /// <param name="target">The target.</param>
    /// <param name="positive">The target with its weight.</param>
    public static Expr CrossEntropy(Expr logit, Expr target, Expr positive) =>
        Of(Op.MultiplyOrZero, positive, Of(Op.Softplus, -logit)) + Of(Op.MultiplyOrZero, target.Like(1) - target, Of(Op.Softplus, logit));
}
