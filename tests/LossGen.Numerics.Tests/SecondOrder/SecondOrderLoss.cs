namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>A loss with second derivatives.</summary>
/// <param name="Name">The class.</param>
/// <param name="Source">The file that declares it, in double or in float.</param>
/// <param name="Inputs">What its members take before directions: inputs, then weights; null where that is what the formula's method takes.</param>
/// <param name="Classes">The size of the axis; 1 without one.</param>
/// <param name="Inner">The locations of a sample; 1 without an axis.</param>
internal sealed record SecondOrderLoss(string Name, Func<bool, string> Source, IReadOnlyList<InputRange>? Inputs, int Classes = 1, int Inner = 1)
{
    /// <summary>Whether the differences of its gradients are its second derivatives: not where its formula stops gradients.</summary>
    public bool IsSmooth { get; init; } = true;

    public override string ToString() => Name;
}
