namespace LossGen;

/// <summary>The base of the attributes that declare a built-in loss over classes.</summary>
public abstract class BuiltInClassAxisLossAttribute : BuiltInLossAttribute
{
    private protected BuiltInClassAxisLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>
    /// The class axis: an index into the shape, counted from the front, or from the back if negative (−1 is the last
    /// dimension). It must not be the batch. Default: the dimension next to the batch, which is 1 if the batch is first and
    /// −2 if it is last; a batch in the middle needs an explicit axis.
    /// </summary>
    public int Dim { get; set; }
}
