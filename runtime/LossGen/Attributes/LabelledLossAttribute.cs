namespace LossGen;

/// <summary>What declarations of losses with class labels share: the labels' type, and weights ω_g by which locations count.</summary>
public abstract class LabelledLossAttribute : BuiltInClassAxisLossAttribute
{
    private protected LabelledLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>The type of the labels. Default: <see cref="LabelType.Int32"/>.</summary>
    public LabelType Label { get; set; }

    /// <summary>
    /// What has a weight of its own. Default: <see cref="WeightingMode.None"/>. Where <see cref="Weights"/> says nothing,
    /// <see cref="WeightingMode.PerClass"/> and <see cref="WeightingMode.PerDataPoint"/> weights are given to the constructor, which normalises
    /// them once, and <see cref="WeightingMode.PerPrediction"/> weights to each call, which normalises them as it reads them and
    /// whose class then implements <see cref="IWeightedLoss{TElement, TLabel}"/>.
    /// </summary>
    public WeightingMode Weighting { get; set; }

    /// <summary>
    /// The weights as constants, row-major: C of them for <see cref="WeightingMode.PerClass"/>, one for each element of a data point
    /// for <see cref="WeightingMode.PerDataPoint"/>; each finite and at least 0. They are normalised at compile time in float64, and the class
    /// then needs no constructor argument. Default: none.
    /// </summary>
    public double[] Weights { get; set; } = [];

    /// <summary>
    /// How the weights are normalised. Default: <see cref="WeightNormalization.Local"/>. Weights that are normalised together must not all be 0; to leave
    /// out whole locations, use <see cref="WeightNormalization.Global"/> or <see cref="WeightNormalization.None"/>.
    /// </summary>
    public WeightNormalization Normalize { get; set; }
}
