namespace LossGen.Generator.Kernel;

/// <summary>
/// How all kernels of a loss run. It fixes the order of every sum, and thus the bits: decided once, from all tensors of the loss, and the same for
/// every member, every choice of gradients and every width of vectors, whichever of the tensors a kernel itself has.
/// </summary>
/// <param name="Many">How a kernel runs.</param>
/// <param name="Few">How a kernel for a few locations runs (<see cref="KernelRequest.ForFewLocations"/>).</param>
/// <param name="HasFewLocations">Whether there are such kernels.</param>
/// <param name="BlockSize">How many positions one call of a kernel takes; the blocks' sums are added in order.</param>
internal sealed record UnitSchedule(Schedule Many, Schedule Few, bool HasFewLocations, int BlockSize)
{
    /// <summary>The schedule of one of the loss's kernels.</summary>
    public Schedule Of(LossKernel kernel) => (kernel.Request.ForFewLocations ? Few : Many).For(kernel.Request.Vectors, kernel.Element);
}
