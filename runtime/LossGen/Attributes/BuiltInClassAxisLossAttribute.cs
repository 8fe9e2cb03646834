namespace LossGen;

/// <summary>What declarations of losses over classes share.</summary>
public abstract class BuiltInClassAxisLossAttribute : BuiltInLossAttribute
{
    private protected BuiltInClassAxisLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>
    /// The class axis: an index into the shape, counted from the front, or from the back where negative (−1 is the last
    /// dimension). It may not be the batch. Default: the dimension next to the batch, which is 1 where the batch is first and
    /// −2 where it is last; a batch in the middle needs an explicit axis.
    /// </summary>
    public int Dim { get; set; }
}
