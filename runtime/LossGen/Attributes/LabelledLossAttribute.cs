namespace LossGen;

/// <summary>The base of the attributes that declare a loss with class labels: the labels' type, and the weights ω_g of locations.</summary>
public abstract class LabelledLossAttribute : BuiltInClassAxisLossAttribute
{
    private protected LabelledLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>The type of the labels, which holds the index of every class. Default: <see cref="LabelType.Int32"/>.</summary>
    public LabelType Label { get; set; }

    /// <summary>
    /// The weights as constants, row-major: C of them for <see cref="WeightingMode.PerClass"/>, one for each element of a data point
    /// for <see cref="WeightingMode.PerDataPoint"/>; each finite and at least 0. They are normalised at compile time in float64, and the class
    /// then needs no constructor argument. Default: none.
    /// </summary>
    public double[] Weights { get; set; } = [];

    /// <summary>
    /// How the weights are normalised. Default: <see cref="WeightNormalization.Local"/>. Weights that are normalised together must not all be 0; to exclude
    /// whole locations, use <see cref="WeightNormalization.Global"/> or <see cref="WeightNormalization.None"/>.
    /// </summary>
    public WeightNormalization Normalize { get; set; }

    /// <summary>
    /// A label whose locations do not count: their value is 0, their gradient exactly 0, and nothing else of them is read, so that it may be anything, NaN included. Every other
    /// label must be a class; this one may be a class or not, such as −100 or 255. The type of the labels must hold it, and <see cref="LabelType.Boolean"/> holds none but classes.
    /// Not set: no label is ignored.
    /// </summary>
    public int IgnoreLabel { get; set; }

    /// <summary>
    /// What the class's further overloads of <c>Forward</c> and <c>ForwardBackward</c> leave for each location besides the value and the gradient of the first input: the predicted
    /// classes, and, of a loss that takes a softmax, its log-sum-exps and probabilities. Each is a span that such a call takes; what is not chosen costs nothing. Default:
    /// <see cref="LossOutputs.None"/>, no such overloads.
    /// </summary>
    public LossOutputs Outputs { get; set; }
}
