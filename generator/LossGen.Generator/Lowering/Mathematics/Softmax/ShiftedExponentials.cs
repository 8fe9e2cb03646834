using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>The quantities in which <see cref="Stabilise"/> expresses its rules, with the names that they have in a kernel.</summary>
/// <param name="x">The logit of a class.</param>
/// <param name="label">The label; if there is one, all follows from R and e_g, without further sums.</param>
internal class ShiftedExponentials(Expr x, Expr? label)
{
    private readonly CommonScale scale = CommonScale.Of(x);

    /// <summary>log Σ exp(x) is this and <see cref="LogSum"/>.</summary>
    public Expr Maximum => scale.Whole(UnscaledMaximum);

    /// <summary>x_c − m</summary>
    public Expr FromMaximum => scale.OfDifference(scale.Inner - UnscaledMaximum);

    /// <summary>m − x_c</summary>
    public Expr BelowMaximum => scale.OfDifference(UnscaledMaximum - scale.Inner);

    /// <summary>m − x_g, in float64: the distance may be twice the range of float32.</summary>
    public Expr LabelBelowMaximum => scale.OfDifference(UnscaledMaximum.To(ScalarType.Double) - scale.Inner.At(Label).To(ScalarType.Double));

    /// <summary>e_c</summary>
    public virtual Expr Exponential => Expr.Exp(Never(FromMaximum, above: 0)).As("exponential");

    /// <summary>R: the sum of all e_c except the label's.</summary>
    public virtual Expr Others => OverClasses.Sum(Exponential).Except(Label).As("others");

    /// <summary>e_c for a class that is not the label.</summary>
    public virtual Expr Other => Exponential;

    /// <summary>R + e_g</summary>
    /// <remarks>In float64, like the accumulators it comes from: every gradient of the location is divided by it.</remarks>
    public virtual Expr Total => (Others.To(ScalarType.Double) + AtLabel.To(ScalarType.Double)).As("total");

    /// <summary>T: the excess of the sum of all exponentials over 1.</summary>
    public virtual Expr Excess => label is not null
        ? ExcessByLabel
        : (OverClasses.Sum(Expr.Select(IsMaximum, x.Like(0), Exponential)).As("below") + (OverClasses.Sum(Expr.Select(IsMaximum, Exponential, x.Like(0))).As("atMaximum") - 1.0)).As("excess");

    // At least one of the exponentials is 1.
    public Expr LogSum => Expr.Log1P(Never(Excess, below: 0)).As("logSum");

    public virtual Expr LogSumByLabel => Expr.Log1P(Never(ExcessByLabel, below: 0));

    public virtual Expr SumAboveOne => label is not null ? Total : (Excess.To(ScalarType.Double) + 1.0).As("total");

    public Expr LogSumExp => Maximum + LogSum;

    public Expr NegativeLogProbability => BelowMaximum + LogSum;

    public Expr Probability => Quotient(Exponential, SumAboveOne);

    /// <summary>1 − p_c = ((1 − e_c) + T)/(1 + T), in which nothing cancels: where e_c is almost 1, T is at least another such exponential, or e_c is exactly 1.</summary>
    /// <remarks>Divided in the type of x, as the division is one more than the gradient's.</remarks>
    public Expr ProbabilityOfTheRest => TheRest / SumAboveOne.To(x.Type.Scalar);

    /// <summary>1/(1 + T), by name: a division that later passes may write as a product in one place, and not in another, would round differently there.</summary>
    public Expr ReciprocalOfSum => (SumAboveOne.Like(1) / SumAboveOne).To(x.Type.Scalar).As("reciprocal");

    public Expr ProbabilityOfLabel => (AtLabel * Reciprocal).As("labelProbability");

    public Expr ProbabilityOfOthers => (Others * Reciprocal).As("othersProbability");

    public Expr OddsOfOthers => Others / AtLabel;

    public Expr ReciprocalProbabilityOfLabel => Quotient(Total, AtLabel.To(Total.Type.Scalar));

    /// <summary>The sum of all exponentials but that of a class.</summary>
    protected virtual Expr TheRest => (x.Like(1) - Exponential) + ExcessByMaximum;

    protected Expr Label => label ?? throw new InvalidOperationException("No label says which class is meant.");

    // Where the maximum is infinite, the exponential is NaN, and is meant to show.
    protected Expr IsMaximum => Expr.Of(Op.Equal, scale.Inner, UnscaledMaximum);

    protected Expr LabelIsMaximum => Expr.Of(Op.Equal, scale.Inner.At(Label), UnscaledMaximum);

    private Expr UnscaledMaximum => scale.AtMaximum(null, "maximum");

    // T where another class than the label may be sure: R then has an exponential of 1, in which the others are lost. Where T is below ½, a single one is 1, and T is the sum of the rest.
    private Expr ExcessByMaximum
    {
        get
        {
            if (label is null)
            {
                return Excess;
            }

            // Found after the sum of all, in a loop of its own: in one loop, so many vectors would be alive that they do not fit into registers.
            Expr aboveOne = (Total - 1.0).To(x.Type.Scalar).As("aboveOne");
            Expr isSure = Expr.Of(Op.LessThan, aboveOne, x.Like(0.5));
            Expr leftOut = Expr.Select(isSure, x.Like(1), x.Like(double.NaN)).As("leftOut");
            Expr below = OverClasses.Sum(Expr.Select(Expr.Of(Op.Equal, Exponential, leftOut), x.Like(0), Exponential)).As("below");
            return Expr.Select(isSure, below, aboveOne).As("excess");
        }
    }

    private Expr AtLabel => Exponential.At(Label);

    // R + (e_g − 1), which is T again.
    private Expr ExcessByLabel => Others + (AtLabel - 1.0);

    // One division for both probabilities, whatever else is computed: a value has the same bits with and without the gradient.
    private Expr Reciprocal => (Total.Like(1) / Total).To(x.Type.Scalar).As("reciprocal");

    public static ShiftedExponentials Of(Expr x, int classes, Expr? label) => classes == 2 ? new ShiftedExponentialsOfTwo(x, label) : new ShiftedExponentials(x, label);

    public Expr Quotient(Expr dividend, Expr divisor) => (dividend.To(divisor.Type.Scalar) / divisor).To(x.Type.Scalar);

    protected static Within Never(Expr value, double below = double.NegativeInfinity, double above = double.PositiveInfinity) => new(value, below, above);
}
