namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>The elements of a tensor, which are other ones in each run.</summary>
internal sealed class Elements
{
    public double[] Values { get; set; } = [];
}
