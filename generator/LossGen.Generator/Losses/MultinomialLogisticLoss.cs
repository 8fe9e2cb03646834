using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>−log x_g, x being probabilities</summary>
internal static class MultinomialLogisticLoss
{
    public static BuiltInLoss Definition { get; } = BuiltInLoss.WithLabels(
        LossKind.MultinomialLogistic,
        "multinomial logistic loss",
        [],
        static given => -Expr.Of(Op.LogProbability, given[0].At(given[1])));
}
