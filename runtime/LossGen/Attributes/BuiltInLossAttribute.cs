namespace LossGen;

/// <summary>The base of the attributes that declare a built-in loss: the type that it is computed in and the names of its inputs.</summary>
/// <remarks>
/// The generated members throw <see cref="ArgumentException"/> if the length of a span does not fit the shape or the other spans, or if a gradient overlaps a span other than
/// exactly its own input, and, for a loss with labels, <see cref="ArgumentOutOfRangeException"/> if one is not a class. Nothing is written then.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class BuiltInLossAttribute : LossAttribute
{
    private protected BuiltInLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>
    /// The names of the inputs, as many as the loss has and in the order in which it documents them: prediction, ground truth for most. They become the parameter names of
    /// the generated members, so they must be different C# identifiers. Default: the names that each loss documents.
    /// </summary>
    public string[] Bottoms { get; set; } = [];

    /// <summary>The floating-point type of prediction, gradients and value. Default: <see cref="ElementType.Single"/>.</summary>
    public ElementType Element { get; set; }
}
