namespace LossGen;

/// <summary>
/// The sum over some of a loss's inputs, before it is divided and weighted: what <c>Sums</c> returns and <c>Total</c> takes. Sums of parts of a batch, added, are that of the
/// whole: of micro-batches, of shards on several machines, of pieces of a data set.
/// </summary>
/// <param name="Sum">Σ f, in float64.</param>
/// <param name="Count">What the loss is divided by: the number of locations along a class axis; otherwise of samples, or of elements, as the loss's reduction says.</param>
public readonly record struct LossSum(double Sum, long Count)
{
    /// <summary>The number of locations whose label is the class with the greatest element, the first of equals; 0 unless the loss declares <see cref="LossOutputs.Accuracy"/>.</summary>
    public long Correct { get; init; }

    /// <summary>The number of locations whose label is not ignored; 0 unless the loss declares <see cref="LossOutputs.Accuracy"/>.</summary>
    public long Labelled { get; init; }

    /// <summary>The share of these locations that is predicted right, from 0 to 1; NaN where there are none.</summary>
    public double Accuracy => (double)Correct / Labelled;

    /// <summary>The sum over the inputs of both.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">Another part.</param>
    public static LossSum operator +(LossSum left, LossSum right) =>
        new(left.Sum + right.Sum, left.Count + right.Count) { Correct = left.Correct + right.Correct, Labelled = left.Labelled + right.Labelled };

    /// <summary>The sum over the inputs of both.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">Another part.</param>
    public static LossSum Add(LossSum left, LossSum right) => left + right;
}
