using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// −log σ(x)_g = log Σ_c exp(x_c) − x_g; with label smoothing (1 − ε)·that + ε/C·Σ_c −log σ(x)_c, where weights are those of each class c; with a z-loss + λ·(log Σ_c exp(x_c))².
/// </summary>
internal static class SoftmaxLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.WithLabels(
        LossKind.Softmax,
        "softmax loss",
        [LossOption.Fraction(LabelSmoothing, 0), .. Logits.Options],
        static given =>
        {
            Expr atLabel = AtLabel(given);
            return given.Number(LabelSmoothing) is 0 ? atLabel : atLabel + (given.Number(LabelSmoothing) * (LogSumExp(given) - (OverClasses.Sum(Logits.Of(given)) / atLabel.Like(given.Classes))));
        },
        static given => given.Number(LabelSmoothing) is not 0,
        static (given, weight) =>
            Expr.Of(Op.MultiplyOrZero, weight.At(given[1]), AtLabel(given)) + (given.Rounded(given.Number(LabelSmoothing) / given.Classes) * OverClasses.Sum(Expr.Of(Op.MultiplyOrZero, weight, LogSumExp(given) - Logits.Of(given))))).OfSoftmax();

    private const string LabelSmoothing = nameof(LabelSmoothing);

    // What counts by the weight of the label's class.
    private static Expr AtLabel(TemplateArguments given)
    {
        Expr crossEntropy = LogSumExp(given) - Logits.Of(given).At(given[1]);
        return Logits.WithPenalty(given.Number(LabelSmoothing) is 0 ? crossEntropy : given.Rounded(1 - given.Number(LabelSmoothing)) * crossEntropy, given);
    }

    private static Reduce LogSumExp(TemplateArguments given) => OverClasses.LogSumExp(Logits.Of(given));
}
