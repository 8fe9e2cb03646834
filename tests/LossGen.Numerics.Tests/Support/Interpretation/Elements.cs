namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>The elements of a tensor, which differ from run to run.</summary>
internal sealed class Elements
{
    public double[] Values { get; set; } = [];
}
