using LossGen.Generator.Kernel;

namespace LossGen.Inspection.Tracing;

/// <summary>A loss has no such kernel.</summary>
/// <param name="unit">The loss.</param>
/// <param name="choice">What was asked for.</param>
internal sealed class UnknownKernelException(LossUnit unit, KernelChoice choice) : Exception($"{unit.Type.SimpleName} has no kernel {choice}.")
{
    public LossUnit Unit { get; } = unit;

    public KernelChoice Choice { get; } = choice;
}
