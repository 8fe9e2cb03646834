namespace LossGen;

/// <summary>The base of the attributes that declare a built-in elementwise loss whose sum may be divided by the number of elements, by the batch size or by nothing.</summary>
public abstract class BuiltInElementwiseLossAttribute : BuiltInLossAttribute
{
    private protected BuiltInElementwiseLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>
    /// The divisor D of the sum over all elements. Default: <see cref="LossReduction.MeanElements"/>, their number, which is what PyTorch's <c>reduction='mean'</c> divides by.
    /// </summary>
    public LossReduction Reduction { get; set; } = LossReduction.MeanElements;
}
