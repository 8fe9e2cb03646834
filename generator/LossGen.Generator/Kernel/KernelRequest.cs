namespace LossGen.Generator.Kernel;

/// <summary>What a kernel is to be written for: passes read it, none changes it.</summary>
/// <param name="Vectors">The width of its vectors.</param>
/// <param name="ForFewLocations">Whether it is for so few locations that filling a tile would not pay.</param>
/// <param name="Unit">How all kernels of its loss run; null for a kernel on its own.</param>
internal sealed record KernelRequest(VectorWidth Vectors = VectorWidth.Bits256, bool ForFewLocations = false, UnitSchedule? Unit = null)
{
    public static KernelRequest Default { get; } = new();
}
