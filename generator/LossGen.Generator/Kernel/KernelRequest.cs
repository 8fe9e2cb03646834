namespace LossGen.Generator.Kernel;

/// <summary>What a kernel is to be written for: passes read it, none changes it.</summary>
/// <param name="Vectors">The width of its vectors.</param>
/// <param name="ForFewLocations">Whether it is for so few locations that filling a tile would not pay.</param>
/// <param name="Unit">How all kernels of its loss run; null for a kernel on its own.</param>
/// <param name="IsShared">Whether it serves several members, each of which asks for some of its outputs.</param>
internal sealed record KernelRequest(VectorWidth Vectors = VectorWidth.Bits256, bool ForFewLocations = false, UnitSchedule? Unit = null, bool IsShared = false)
{
    public static KernelRequest Default { get; } = new();
}
