using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>1 − (T + s)/(T + α·F + β·M + s), T being true positives, F false positives and M false negatives, written as what is wrong over all</summary>
internal static class TverskyLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.Tversky,
        "Tversky loss",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [LossOption.NotNegative(Alpha, 0.5), LossOption.NotNegative(Beta, 0.5), LossOption.NotNegative(Smooth, 1), LossOption.Truth(Overlap.FromLogits, true)],
        static given =>
        {
            Overlap overlap = Overlap.Of(given);
            Expr errors = (given.Number(Alpha) * overlap.FalsePositives + given.Number(Beta) * overlap.FalseNegatives).As("errors", "errors");
            return errors / (overlap.TruePositives + errors + given.Number(Smooth));
        });

    private const string Alpha = nameof(Alpha);
    private const string Beta = nameof(Beta);
    private const string Smooth = nameof(Smooth);
}
