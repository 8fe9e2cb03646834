using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>exp(x) − y·x, x being the logarithm of the rate, or x − y·log(x + ε), x being the rate; and Stirling's approximation of log(y!), if asked for</summary>
internal static class PoissonNLLLoss
{
    public static LossTemplate Template { get; } = LossTemplate.Elementwise(
        LossKind.PoissonNLL,
        "Poisson negative log-likelihood",
        [LossInput.Elements("prediction"), LossInput.Elements("target")],
        [LossOption.Truth(LogInput, true), LossOption.Truth(Full, false), LossOption.Positive(Epsilon, 1e-8)],
        static given =>
        {
            (Expr prediction, Expr count) = (given[0], given[1]);
            Expr loss = given.IsTrue(LogInput) ? Exp(prediction) - count * prediction : prediction - count * Log(prediction + given.Number(Epsilon));
            return given.IsTrue(Full) ? loss + Stirling(count, given).As("stirling", "stirling") : loss;
        });

    private const string LogInput = nameof(LogInput);
    private const string Full = nameof(Full);
    private const string Epsilon = nameof(Epsilon);

    // Of 0! and 1!, whose logarithms are 0, the approximation would be poor.
    private static Expr Stirling(Expr count, TemplateArguments given) => Select(
        Of(Op.LessThan, count.Like(1), count),
        (count + 0.5) * Log(count) - count + given.Rounded(0.5 * Math.Log(2 * Math.PI)),
        count.Like(0));
}
