namespace LossGen;

/// <summary>
/// The sum over some of a loss's inputs, before it is divided and weighted: what <c>Sums</c> returns and <c>Total</c> takes. Sums of parts of a batch, added, are that of the
/// whole: of micro-batches, of shards on several machines, of pieces of a data set.
/// </summary>
/// <param name="Sum">Σ f, in float64.</param>
/// <param name="Count">What the loss is divided by: the number of locations along a class axis; otherwise of samples, or of elements, as the loss's reduction says.</param>
public readonly record struct LossSum(double Sum, long Count)
{
    /// <summary>The sum over the inputs of both.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">Another part.</param>
    public static LossSum operator +(LossSum left, LossSum right) => new(left.Sum + right.Sum, left.Count + right.Count);

    /// <summary>The sum over the inputs of both.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">Another part.</param>
    public static LossSum Add(LossSum left, LossSum right) => left + right;
}
