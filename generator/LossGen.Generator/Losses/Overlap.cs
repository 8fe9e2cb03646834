using LossGen.Generator.Kernel;

namespace LossGen.Generator.Losses;

/// <summary>How far a prediction and a target overlap along an axis, both being probabilities.</summary>
/// <param name="TruePositives">Σ p·y</param>
/// <param name="FalsePositives">Σ p·(1 − y)</param>
/// <param name="FalseNegatives">Σ (1 − p)·y</param>
internal sealed record Overlap(Expr TruePositives, Expr FalsePositives, Expr FalseNegatives)
{
    /// <summary>The option that says whether predictions are logits, whose probabilities are their sigmoids.</summary>
    public const string FromLogits = nameof(FromLogits);

    /// <summary>Of a loss whose inputs are prediction and target.</summary>
    public static Overlap Of(TemplateArguments given)
    {
        (Expr prediction, Expr target) = (given[0], given[1]);
        bool areLogits = given.IsTrue(FromLogits);
        Expr probability = areLogits ? Expr.Of(Op.Sigmoid, prediction).As("probability") : prediction;

        // Of a logit, not as a difference from 1, which would lose digits.
        Expr opposite = areLogits ? Expr.Of(Op.Sigmoid, -prediction).As("opposite") : prediction.Like(1) - prediction;
        return new Overlap(
            OverClasses.Sum(probability * target).As("truePositives", "truePositives"),
            OverClasses.Sum(probability * (target.Like(1) - target)).As("falsePositives", "falsePositives"),
            OverClasses.Sum(opposite * target).As("falseNegatives", "falseNegatives"));
    }
}
