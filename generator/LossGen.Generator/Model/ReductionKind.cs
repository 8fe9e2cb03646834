namespace LossGen.Generator.Model;

/// <summary>What the sum over all elements is divided by; the numbers are those of the runtime's <c>LossReduction</c>.</summary>
internal enum ReductionKind
{
    /// <summary>The batch size.</summary>
    Mean,

    /// <summary>The number of elements.</summary>
    MeanElements,

    /// <summary>Nothing.</summary>
    Sum,
}
