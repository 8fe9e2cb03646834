namespace LossGen;

/// <summary>The base of the attributes that declare a built-in loss along an axis, without labels.</summary>
public abstract class BuiltInAxisLossAttribute : BuiltInClassAxisLossAttribute
{
    private protected BuiltInAxisLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>
    /// The divisor D of the sum over all locations: the product of all dimensions but the axis. Default: <see cref="LossReduction.Mean"/>, their number, which is what
    /// PyTorch's <c>reduction='mean'</c> divides by.
    /// </summary>
    public LossReduction Reduction { get; set; }
}
