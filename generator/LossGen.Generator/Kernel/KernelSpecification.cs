namespace LossGen.Generator.Kernel;

/// <summary>What a stage of the pipeline promises about a kernel.</summary>
/// <param name="Name">The stage, for messages.</param>
/// <param name="AllowsMathematics">Whether derivatives, class-axis expressions and names may occur.</param>
/// <param name="AllowsVectors">Whether values of several lanes may occur.</param>
/// <param name="AllowsAccumulators">Whether loops may carry accumulators and be marked for lanes or copies.</param>
/// <param name="IsOrdered">Whether statements are in the order in which they run on every position, whole loops one after another.</param>
/// <param name="IsPrintable">Whether a dialect prints an op of a type.</param>
internal sealed record KernelSpecification(
    string Name,
    bool AllowsMathematics,
    bool AllowsVectors,
    bool AllowsAccumulators,
    bool IsOrdered,
    Func<Op, IrType, bool> IsPrintable)
{
    /// <summary>The start of the pipeline: one position at a time, mathematics not yet lowered.</summary>
    public static KernelSpecification Scalar { get; } = new("scalar", true, false, true, false, static (_, _) => true);

    /// <summary>What lanes, copies and tails are made from: loops over single positions, every value computed once, in order.</summary>
    public static KernelSpecification Ordered { get; } = new("ordered", false, false, true, true, static (_, _) => true);

    /// <summary>What a printer takes: nothing left to decide.</summary>
    public static KernelSpecification Printable(Func<Op, IrType, bool> isPrintable) => new("printable", false, true, false, false, isPrintable);
}
