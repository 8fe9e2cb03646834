using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>Σ ω·f / Σ ω, or over the number of weights that are not 0: the total of a loss that divides by what is kept.</summary>
internal static class WeightedMean
{
    private const string Loss = "loss";

    public static LossTotal Of(KeptLocations kept)
    {
        string divisor = kept.Denominator == DenominatorKind.WeightSum ? "weight" : "kept";
        Variable sum = new(Loss, IrType.Double);
        Variable by = new(divisor, IrType.Double);
        return new LossTotal(
            Method: null,
            EquatableArray.Of(Loss, divisor),
            EquatableArray.Of(new TotalArgument(TotalArgumentKind.Sum, Loss, "double"), new TotalArgument(TotalArgumentKind.Sum, divisor, "double")),
            Expr.Select(Expr.Of(Op.Equal, by, by.Like(0)), by.Like(0), sum / by));
    }

    /// <summary>What a location adds to the divisor.</summary>
    public static Expr TermOf(KeptLocations kept, Expr weight) =>
        kept.Denominator == DenominatorKind.WeightSum ? weight : Expr.Select(Expr.Of(Op.Equal, weight, weight.Like(0)), weight.Like(0), weight.Like(1));
}
