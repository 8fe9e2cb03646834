namespace LossGen;

/// <summary>
/// Declares the Kullback–Leibler divergence of normal distributions from the standard one:
/// w/(2N) · Σ (μ² + σ² − 2·log σ − 1), the sum running over every element of the mean μ and the standard deviation σ; N is the
/// batch size and w <see cref="LossAttribute.Weight"/>. The gradient of μ is w/N · μ, that of σ is w/N · (σ − 1/σ).
/// At σ = 0 the value is +∞, at a negative σ it is NaN; nothing throws.
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>mean</c> and <c>deviation</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type.
/// </remarks>
/// <param name="shape">
/// The mean's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample and N is the number of elements.
/// </param>
public sealed class GaussianKLLossAttribute(params int[] shape) : BuiltInLossAttribute(shape);
