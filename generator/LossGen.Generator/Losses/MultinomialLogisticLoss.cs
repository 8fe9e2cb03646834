using LossGen.Generator.Kernel;

namespace LossGen.Generator.Losses;

/// <summary>−log x_g, x being probabilities</summary>
internal static class MultinomialLogisticLoss
{
    public static LossDefinition Definition { get; } = LossDefinition.WithLabels(
        "multinomial logistic loss",
        static probabilities => -Expr.Of(Op.LogProbability, new AtLabel(probabilities)));
}
