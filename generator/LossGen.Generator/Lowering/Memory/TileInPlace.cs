using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>
/// A gradient's tile takes the place of its input's: half the memory, and each line of it already cached. The order of statements guarantees that it
/// may, since a gradient may take its input's place in the caller's memory as well.
/// </summary>
internal static class TileInPlace
{
    public static Pass Pass { get; } = new(nameof(TileInPlace), "gives a gradient's tile the memory of its input's", Run)
    {
        Forbids = NodeSet.Mathematics,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Scratch = kernel.Scratch.Select(scratch => scratch with { Replaces = TileOf(kernel, scratch.Tensor) }).ToEquatableArray(),
    };

    /// <summary>The number of these tensors whose tiles need memory of their own.</summary>
    public static int CountApart(IReadOnlyList<Tensor> tensors) => tensors.Count(tensor => !tensors.Any(tensor.MayReplace));

    private static Tensor? TileOf(LossKernel kernel, Tensor output) =>
        kernel.Scratch.Select(static scratch => scratch.Tensor).FirstOrDefault(tensor => tensor.Layout == TensorLayout.Tile && output.MayReplace(tensor));
}
