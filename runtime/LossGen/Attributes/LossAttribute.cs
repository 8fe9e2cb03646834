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
    /// Whether the class also has <c>ForwardEach</c>, which writes the value of every location, or element, by itself, weighted but divided by nothing, and
    /// <c>BackwardEach</c>, which takes an upstream gradient for each. Default: no, as their kernels would double the generated file.
    /// </summary>
    public bool Each { get; set; }

    /// <summary>Whether large inputs are shared among several threads. Default: <see cref="LossParallelism.None"/>.</summary>
    public LossParallelism Parallelism { get; set; }
}
