using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>1 − (2·Σ p·y + s)/(Σ p + Σ y + s), written as what is wrong over all, which keeps its digits where all is right</summary>
internal static class DiceLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.Dice,
        "Dice loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [LossOption.NotNegative(Smooth, 1), LossOption.Truth(Overlap.FromLogits, true)],
        static given =>
        {
            Overlap overlap = Overlap.Of(given);
            Expr errors = (overlap.FalsePositives + overlap.FalseNegatives).As("errors", "errors");
            return errors / (2 * overlap.TruePositives + errors + given.Number(Smooth));
        });

    private const string Smooth = nameof(Smooth);
}
