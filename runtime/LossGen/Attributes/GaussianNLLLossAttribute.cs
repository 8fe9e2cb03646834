namespace LossGen;

/// <summary>
/// Declares the negative log-likelihood of a normal distribution, for a network that predicts mean and variance: w/(2D) · Σ (log v + (x − y)²/v), the sum running over every element
/// of the mean x, the target y and the variance, of which v is the greater of it and ε; D is the divisor that <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w
/// <see cref="LossAttribute.Weight"/>. The gradient of x is w/D · (x − y)/v, that of y its negative, and that of the variance w/(2D) · (1 − (x − y)²/v)/v.
/// </summary>
/// <remarks>
/// <para>
/// As in PyTorch, the bound ε is no part of the derivative: a variance below it has the gradient of one that is ε.
/// </para>
/// <para>
/// The parameters of the generated members are named <c>prediction</c>, <c>target</c> and <c>variance</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; all have the declared shape and element type. No element is checked, and NaN stays NaN.
/// PyTorch refuses a negative variance; here it counts as ε.
/// </para>
/// <para>
/// PyTorch calls it <c>GaussianNLLLoss</c>, and the options <c>full</c> and <c>eps</c>. It is from David A. Nix and Andreas S. Weigend, Estimating the Mean and Variance of the
/// Target Probability Distribution, 1994.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class GaussianNLLLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>Whether every element adds the constant ½·log 2π. Default: <see langword="false"/>.</summary>
    public bool Full { get; set; }

    /// <summary>The least variance ε; above 0 and finite. Default: 1e-6.</summary>
    public double Epsilon { get; set; } = 1e-6;
}
