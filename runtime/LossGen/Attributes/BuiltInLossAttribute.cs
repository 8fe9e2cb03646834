namespace LossGen;

/// <summary>What the losses share whose formula LossGen has: which types they are computed in, and what their inputs are called.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class BuiltInLossAttribute : LossAttribute
{
    private protected BuiltInLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>
    /// The names of the two inputs, in the order prediction, ground truth. They become the parameter names of the
    /// generated members, so both must be C# identifiers, and different. Default: the names given at each loss.
    /// </summary>
    public string[] Bottoms { get; set; } = [];

    /// <summary>The floating-point type of prediction, gradients and value. Default: <see cref="ElementType.Single"/>.</summary>
    public ElementType Element { get; set; }
}
