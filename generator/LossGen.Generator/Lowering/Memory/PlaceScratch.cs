using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>Places a kernel's scratch in the memory that it is lent, each from the start of a cache line, so that no vector crosses two lines.</summary>
internal static class PlaceScratch
{
    public static Pass Pass { get; } = new(nameof(PlaceScratch), "gives a kernel's own memory its place in what it is lent", Run);

    private const int LineBytes = 64;

    public static LossKernel Run(LossKernel kernel)
    {
        List<Scratch> placed = [];
        foreach (Scratch scratch in kernel.Scratch)
        {
            placed.Add(scratch with
            {
                Offset = scratch.Replaces is { } replaced
                    ? placed.First(other => other.Tensor == replaced).Offset
                    : placed.Select(static other => (other.End + LineBytes - 1) / LineBytes * LineBytes).Append(0).Max(),
            });
        }

        return kernel with { Scratch = placed.ToEquatableArray() };
    }
}
