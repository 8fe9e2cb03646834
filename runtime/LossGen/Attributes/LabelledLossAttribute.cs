namespace LossGen;

/// <summary>What declarations of losses with class labels share.</summary>
public abstract class LabelledLossAttribute : ClassAxisLossAttribute
{
    private protected LabelledLossAttribute(int[] shape)
        : base(shape)
    {
    }

    /// <summary>The type of the labels. Default: <see cref="LabelType.Int32"/>.</summary>
    public LabelType Label { get; set; }
}
