using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>The quantities that <see cref="Stabilise"/> puts its rules in terms of, named as they shall be read in a kernel.</summary>
/// <param name="x">The logit of a class.</param>
/// <param name="hasLabel">Whether there is a label, by which all follows from R and e_g, without further sums.</param>
internal class ShiftedExponentials(Expr x, bool hasLabel)
{
    public Expr Maximum => new OverClasses(Reduction.Maximum, x).As("maximum");

    /// <summary>e_c</summary>
    public virtual Expr Exponential => Expr.Exp(Never(x - Maximum, above: 0)).As("exponential");

    /// <summary>R: the sum of all e_c but the label's.</summary>
    public virtual Expr Others => new OverClasses(Reduction.Sum, Exponential, ExceptLabel: true).As("others");

    /// <summary>e_c for a class that is not the label.</summary>
    public virtual Expr Other => Exponential;

    /// <summary>R + e_g</summary>
    /// <remarks>In float64, as are the accumulators it comes from: every gradient of the location is divided by it.</remarks>
    public virtual Expr Total => (Others.To(ScalarType.Double) + AtLabel.To(ScalarType.Double)).As("total");

    /// <summary>T: what the sum of all exponentials has above 1.</summary>
    public virtual Expr Excess => hasLabel
        ? ExcessByLabel
        : (SumOf(Expr.Select(IsMaximum, x.Like(0), Exponential)).As("below") + (SumOf(Expr.Select(IsMaximum, Exponential, x.Like(0))).As("atMaximum") - 1.0)).As("excess");

    // Of the exponentials at least one is 1.
    public Expr LogSum => Expr.Log1P(Never(Excess, below: 0)).As("logSum");

    public virtual Expr LogSumByLabel => Expr.Log1P(Never(ExcessByLabel, below: 0));

    public virtual Expr SumAboveOne => hasLabel ? Total : (Excess.To(ScalarType.Double) + 1.0).As("total");

    public Expr LogSumExp => Maximum + LogSum;

    public Expr NegativeLogProbability => (Maximum - x) + LogSum;

    public Expr Probability => Quotient(Exponential, SumAboveOne);

    public Expr ProbabilityOfLabel => (AtLabel * Reciprocal).As("labelProbability");

    public Expr ProbabilityOfOthers => (Others * Reciprocal).As("othersProbability");

    // Not where it is infinite: there the exponential is NaN, and shall be seen.
    public Expr OddsOfOthers => Others / AtLabel;

    public Expr ReciprocalProbabilityOfLabel => Quotient(Total, AtLabel.To(Total.Type.Scalar));

    protected Expr IsMaximum => Expr.Of(Op.Equal, x, Maximum);

    private Expr AtLabel => new AtLabel(Exponential);

    // R + (e_g − 1), which is T once more.
    private Expr ExcessByLabel => Others + (AtLabel - 1.0);

    // One division for both probabilities, whatever else is computed: a value has the same bits with the gradient and without it.
    private Expr Reciprocal => (Total.Like(1) / Total).To(x.Type.Scalar).As("reciprocal");

    public static ShiftedExponentials Of(Expr x, int classes, bool hasLabel) => classes == 2 ? new ShiftedExponentialsOfTwo(x) : new ShiftedExponentials(x, hasLabel);

    public Expr Quotient(Expr dividend, Expr divisor) => (dividend.To(divisor.Type.Scalar) / divisor).To(x.Type.Scalar);

    protected static Within Never(Expr value, double below = double.NegativeInfinity, double above = double.PositiveInfinity) => new(value, below, above);

    private static OverClasses SumOf(Expr body) => new(Reduction.Sum, body);
}
