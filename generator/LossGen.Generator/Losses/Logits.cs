using LossGen.Generator.Kernel;

namespace LossGen.Generator.Losses;

/// <summary>What losses of the softmax family may do to their logits: a soft cap s·tanh(x/s), then a temperature x/T; and a penalty on their normaliser, λ·(log Σ exp(x))².</summary>
internal static class Logits
{
    public static LossOption[] Options { get; } = [LossOption.NotNegative(ZLoss, 0), LossOption.PositiveOrNone(SoftCap), LossOption.Positive(Temperature, 1)];

    private const string ZLoss = nameof(ZLoss);
    private const string SoftCap = nameof(SoftCap);
    private const string Temperature = nameof(Temperature);

    /// <summary>The logits, of which the softmax is taken.</summary>
    public static Expr Of(TemplateArguments given)
    {
        Expr logits = given[0];
        double cap = given.Number(SoftCap);
        Expr capped = cap == 0 ? logits : cap * Expr.Of(Op.Tanh, logits / logits.Like(cap));
        return given.Number(Temperature) is 1 ? capped : capped / logits.Like(given.Number(Temperature));
    }

    /// <summary>A loss with the penalty.</summary>
    public static Expr WithPenalty(Expr loss, TemplateArguments given) =>
        given.Number(ZLoss) is 0 ? loss : loss + (given.Number(ZLoss) * Expr.Square(OverClasses.LogSumExp(Of(given))));
}
