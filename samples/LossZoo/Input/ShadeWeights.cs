namespace LossZoo.Input;

/// <summary>
/// Weights for the classes of <see cref="ShadeInput"/>: dark pixels, which are frequent, count half, and grey ones, the edges, twice. The middle of
/// an image may count more than its border, and a class more where the pixel certainly belongs to it.
/// </summary>
public sealed class ShadeWeights
{
    private const int Border = 2;

    private static readonly double[] s_classes = [0.5, 2, 1];

    /// <summary>Computes the weights of each prediction from the soft labels.</summary>
    public ShadeWeights(Tensor softLabels) =>
        PerPrediction = new(
            [DigitInput.Images, DigitInput.Side, DigitInput.Side, ShadeInput.Classes],
            index => s_classes[index[3]] * softLabels[index]);

    /// <summary>(class).</summary>
    public Tensor PerClass { get; } = new([ShadeInput.Classes], static index => s_classes[index[0]]);

    /// <summary>(row, column, class): the weight of the class, doubled in the middle.</summary>
    public Tensor PerDataPoint { get; } = new(
        [DigitInput.Side, DigitInput.Side, ShadeInput.Classes],
        static index => s_classes[index[2]] * (IsInner(index[0]) && IsInner(index[1]) ? 2 : 1));

    /// <summary>(image, row, column, class): the weight of the class, times how far the pixel belongs to it.</summary>
    public Tensor PerPrediction { get; }

    private static bool IsInner(int position) => position is >= Border and < DigitInput.Side - Border;
}
