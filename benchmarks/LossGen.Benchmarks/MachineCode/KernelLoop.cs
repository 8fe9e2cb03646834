using LossGen.Explain.MachineCode;

namespace LossGen.Benchmarks.MachineCode;

/// <summary>An innermost loop with vectors.</summary>
/// <param name="Method">The loss and the method of its kernel, or the runtime's method that the kernel calls.</param>
/// <param name="IsOfKernel">Whether it is a kernel's own.</param>
/// <param name="Label">The loop's label in the runtime's listing.</param>
/// <param name="Step">What a step of it needs.</param>
internal sealed record KernelLoop(string Method, bool IsOfKernel, string Label, LoopInstructions Step);
