using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>
/// Decides for a loss how all of its kernels run, from the kernel that computes the value and every gradient and thus has every tensor that any of
/// them has.
/// </summary>
internal static class ScheduleUnit
{
    // A block is what one call takes, and its sum is one float64. Large enough to hide the call, small enough that no chain of additions is longer
    // than the others: elements are added in lanes, at least four, and in four vectors per step.
    private const int ElementsPerBlock = 16 * CutLongSums.MostAdditions;

    /// <param name="whole">The kernel with the value and every gradient, after the passes of mathematics.</param>
    /// <param name="positions">What the kernels run over.</param>
    /// <param name="shape">The prediction's shape.</param>
    public static UnitSchedule Of(LossKernel whole, LoopRole positions, TensorShape shape)
    {
        Schedule many = ChooseSchedule.Of(whole);
        return new UnitSchedule(
            many,
            ChooseSchedule.Of(whole with { Request = whole.Request with { ForFewLocations = true } }),
            HasFewLocations: many is { GroupSize: not null, VectorLoop: null } && positions != LoopRole.Samples,
            BlockSize(positions, shape, many.GroupSize));
    }

    // Locations and samples are added one by one, unless they come in groups; then a block is several groups.
    private static int BlockSize(LoopRole positions, TensorShape shape, int? groupSize) => positions switch
    {
        LoopRole.Elements => ElementsPerBlock,
        LoopRole.Locations when groupSize is { } size => Math.Min(CutLongSums.MostAdditions, Math.Max(4, ElementsPerBlock * 4 / shape.Classes / size) * size),
        LoopRole.Locations => Math.Min(CutLongSums.MostAdditions, Math.Max(1, ElementsPerBlock / shape.Classes)),
        _ => Math.Min(CutLongSums.MostAdditions, Math.Max(1, ElementsPerBlock / shape.ElementsPerSample)),
    };
}
