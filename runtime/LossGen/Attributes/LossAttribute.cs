namespace LossGen;

/// <summary>
/// The base of the attributes that declare a loss. Put one of the derived attributes on a partial class, and the generator
/// fills the class with <c>Forward</c>, <c>Backward</c> and <c>ForwardBackward</c> for exactly that declaration.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class LossAttribute : Attribute
{
    private protected LossAttribute(int[] shape) => Dimensions = shape;

    /// <summary>
    /// The sizes of the prediction's dimensions, row-major (the last one is contiguous), one of them <see cref="Shape.Batch"/>.
    /// Empty if the loss is elementwise and the shape was omitted: each element is then a sample.
    /// </summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>
    /// A factor on the value and on the gradients; finite and at least 0. Default: 1.
    /// </summary>
    public double Weight { get; set; } = 1.0;

    /// <summary>
    /// What has its own weight. Default: <see cref="WeightingMode.None"/>. Every loss may have weights of its locations, <see cref="WeightingMode.PerLocation"/>, which each call
    /// takes after the inputs. The other modes are found by a location's label, so they are those of losses with exactly one: unless the declaration gives them as constants,
    /// <see cref="WeightingMode.PerClass"/> and <see cref="WeightingMode.PerDataPoint"/> weights are given to the constructor, which normalises them once and takes them before the
    /// parameters of a formula, and <see cref="WeightingMode.PerPrediction"/> weights to each call, which normalises them as it reads them. A loss of a prediction and a ground
    /// truth whose calls take weights implements <see cref="IWeightedLoss{TElement, TLabel}"/>.
    /// </summary>
    public WeightingMode Weighting { get; set; }

    /// <summary>
    /// What the sum is divided by. Default: <see cref="LossDenominator.Locations"/>, what the loss says: the number of all locations, ignored ones included, or, without an axis,
    /// of samples or elements. <see cref="LossDenominator.Kept"/> and <see cref="LossDenominator.WeightSum"/> need an ignored label or weights.
    /// </summary>
    public LossDenominator Denominator { get; set; }

    /// <summary>
    /// The value where nothing is kept, or the weights sum to 0, with <see cref="LossDenominator.Kept"/> and <see cref="LossDenominator.WeightSum"/>. Default: <see cref="LossWhenEmpty.Zero"/>.
    /// </summary>
    public LossWhenEmpty WhenEmpty { get; set; }

    /// <summary>
    /// Whether the class also has <c>ForwardEach</c>, which writes the value of every location, or element, by itself, weighted but divided by nothing, and
    /// <c>BackwardEach</c>, which takes an upstream gradient for each. Default: no, as their kernels would double the generated file.
    /// </summary>
    public bool Each { get; set; }

    /// <summary>
    /// Whether the class also has <c>ForwardBackwardCurvature</c>, which writes the first and the second derivative of every element's value by the first input that has a gradient, divided by
    /// nothing: the gradient and Hessian that gradient boosting asks for. Along an axis, the value is that of the element's location, and of its Hessian there is the diagonal, ∂²f/∂x_c² for each
    /// element x_c: p(1 − p) for the softmax loss. It has the shape of that input. The class then has <c>DoubleBackward</c> too, the product of the whole Hessian and a direction, which a second backward pass
    /// of automatic differentiation needs: for each input that has a gradient, the derivatives by it of the sum of the products of all gradients and their directions, times what the gradients are multiplied
    /// by. A loss that visits pairs of classes has none of these, nor has one with a <see cref="TotalAttribute"/>. Default: no.
    /// </summary>
    public bool Curvature { get; set; }

    /// <summary>Whether large inputs are shared among several threads. Default: <see cref="LossParallelism.None"/>.</summary>
    public LossParallelism Parallelism { get; set; }
}
