using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>½ (log v + (x − y)²/v), and ½ log 2π, if asked for; v is the variance, or ε, if that is greater</summary>
internal static class GaussianNLLLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.GaussianNLL,
        "Gaussian negative log-likelihood",
        [LossInput.Elements("prediction"), LossInput.Elements("target"), LossInput.Elements("variance")],
        [LossOption.Truth(Full, false), LossOption.Positive(Epsilon, 1e-6)],
        static given =>
        {
            Expr bounded = Bounded(given[2], given.Number(Epsilon)).As("bounded", "bounded");
            Expr loss = 0.5 * (Log(bounded) + Square((given[0] - given[1]).As("error", "error")) / bounded);
            return given.IsTrue(Full) ? loss + given.Rounded(0.5 * Math.Log(2 * Math.PI)) : loss;
        });

    private const string Full = nameof(Full);
    private const string Epsilon = nameof(Epsilon);

    // As in PyTorch, the bound is no part of the derivative: a variance that has become too small still learns to grow.
    private static Expr Bounded(Expr variance, double least) => Select(
        Of(Op.LessThan, variance.Like(least), variance),
        variance,
        variance.Like(least) + (variance - Of(Op.StopGradient, variance)));
}
