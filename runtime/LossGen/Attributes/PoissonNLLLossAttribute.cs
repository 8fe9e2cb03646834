namespace LossGen;

/// <summary>
/// Declares the negative log-likelihood of a Poisson distribution: w/D · Σ (exp(x) − y·x), the sum running over every element of the prediction x, which is
/// the logarithm of the rate, and the count y; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is w/D · (exp(x) − y), that of y is −w/D · x.
/// </summary>
/// <remarks>
/// <para>
/// With <see cref="LogInput"/> set to <see langword="false"/> the prediction is the rate itself: w/D · Σ (x − y·log(x + ε)), whose gradient of x is w/D · (1 − y/(x + ε)).
/// </para>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// A rate below −ε makes the value NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>PoissonNLLLoss</c>, and the options <c>log_input</c>, <c>full</c> and <c>eps</c>. It is from John A. Nelder and Robert W. M. Wedderburn, Generalized
/// Linear Models, 1972.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class PoissonNLLLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>Whether the prediction is the logarithm of the rate. Default: <see langword="true"/>.</summary>
    public bool LogInput { get; set; } = true;

    /// <summary>Whether counts y above 1 add Stirling's approximation of log(y!), y·log y − y + ½·log(2πy). It does not depend on the prediction. Default: <see langword="false"/>.</summary>
    public bool Full { get; set; }

    /// <summary>What is added to a rate before its logarithm is taken; above 0 and finite. It has no effect on logarithms of rates. Default: 1e-8.</summary>
    public double Epsilon { get; set; } = 1e-8;
}
