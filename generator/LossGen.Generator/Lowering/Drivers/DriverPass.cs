using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>One step from a driver that runs one kernel block by block to one that chooses among versions.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Summary">What it does, for documents.</param>
/// <param name="Run">Makes the new driver.</param>
internal sealed record DriverPass(string Name, string Summary, Func<Driver, Driver> Run);
