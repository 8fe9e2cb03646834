using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// The quantities that <see cref="Stabilise"/> makes log-sum-exp and its like of, named as they shall be read in a kernel: m, e_c, R, T and what follows from them.
/// </summary>
/// <param name="x">The logit of a class.</param>
/// <param name="hasLabel">Whether there is a label, by which all can be found from R and e_g.</param>
internal sealed class ShiftedExponentials(Expr x, bool hasLabel)
{
    public Expr Maximum => new OverClasses(Reduction.Maximum, x).As("maximum");

    public Expr Exponential => Expr.Exp(Never(x - Maximum, above: 0)).As("exponential");

    public Expr AtLabel => new AtLabel(Exponential);

    public Expr Others => new OverClasses(Reduction.Sum, Exponential, ExceptLabel: true).As("others");

    // In float64, as are the accumulators it comes from: every gradient of the location is divided by it.
    public Expr Total => (Others.To(ScalarType.Double) + AtLabel.To(ScalarType.Double)).As("total");

    /// <summary>T: what the sum of all exponentials has above 1.</summary>
    public Expr Excess => hasLabel
        ? ExcessByLabel
        : (SumOf(Expr.Select(IsMaximum, x.Like(0), Exponential)).As("below") + (SumOf(Expr.Select(IsMaximum, Exponential, x.Like(0))).As("atMaximum") - 1.0)).As("excess");

    // Of the exponentials at least one is 1.
    public Expr LogSum => Expr.Log1P(Never(Excess, below: 0)).As("logSum");

    public Expr LogSumByLabel => Expr.Log1P(Never(ExcessByLabel, below: 0));

    public Expr SumAboveOne => hasLabel ? Total : (Excess.To(ScalarType.Double) + 1.0).As("total");

    public Expr LogSumExp => Maximum + LogSum;

    public Expr NegativeLogProbability => (Maximum - x) + LogSum;

    public Expr Probability => Quotient(Exponential, SumAboveOne);

    public Expr ProbabilityOfLabel => (AtLabel * Reciprocal).As("labelProbability");

    public Expr ProbabilityOfOthers => (Others * Reciprocal).As("othersProbability");

    public Expr Quotient(Expr dividend, Expr divisor) => (dividend.To(ScalarType.Double) / divisor).To(x.Type.Scalar);

    // One division for both probabilities, whatever else is computed: a value has the same bits with the gradient and without it.
    private Expr Reciprocal => (Total.Like(1) / Total).To(x.Type.Scalar).As("reciprocal");

    // T once more.
    private Expr ExcessByLabel => Others + (AtLabel - 1.0);

    // Not where it is infinite: there the exponential is NaN, and shall be seen.
    private Expr IsMaximum => Expr.Of(Op.Equal, x, Maximum);

    private static Within Never(Expr value, double below = double.NegativeInfinity, double above = double.PositiveInfinity) => new(value, below, above);

    private static OverClasses SumOf(Expr body) => new(Reduction.Sum, body);
}
