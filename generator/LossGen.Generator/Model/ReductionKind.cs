namespace LossGen.Generator.Model;

/// <summary>The divisor of the sum over all elements; the numbers are those of the runtime's <c>LossReduction</c>.</summary>
internal enum ReductionKind
{
    /// <summary>The batch size.</summary>
    Mean,

    /// <summary>The number of elements.</summary>
    MeanElements,

    /// <summary>Nothing.</summary>
    Sum,
}
