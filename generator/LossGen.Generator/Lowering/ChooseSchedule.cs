using LossGen.Generator.Kernel;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering;

/// <summary>Chooses which loop's neighbouring positions become lanes, from the shape alone; the one place that does.</summary>
internal static class ChooseSchedule
{
    /// <summary>The width that kernels are written for, in bits; where the hardware has less, the runtime takes it in two halves.</summary>
    private const int VectorBits = 256;

    // Enough independent work in a step to cover the latency of what is carried from one to the next.
    private const int MostVectorsPerStep = 4;

    public static LossKernel Run(LossKernel kernel)
    {
        int lanes = VectorBits / (kernel.Element == ScalarType.Double ? 64 : 32);
        (LoopRole? vectorLoop, string description) = Choose(kernel.Iteration, lanes);
        return kernel with { Schedule = new Schedule(description, vectorLoop, lanes, MostVectorsPerStep) };
    }

    private static (LoopRole? VectorLoop, string Description) Choose(Iteration iteration, int lanes) => iteration switch
    {
        ElementwiseIteration => (
            LoopRole.Elements,
            "elementwise: neighbouring elements are lanes, as every element stands for itself"),

        ClassAxisIteration { ClassesAreContiguous: true } axis when axis.Classes >= lanes => (
            LoopRole.Classes,
            $"row: the {Number(axis.Classes)} classes of a location are contiguous and fill vectors, so classes are lanes, one location after another"),

        ClassAxisIteration { ClassesAreContiguous: true } axis => (
            null,
            $"scalar: {Number(axis.Classes)} {(axis.Classes == 1 ? "class does" : "classes do")} not fill a vector of {Number(lanes)}"),

        ClassAxisIteration => (
            null,
            "scalar: the classes of a location are not neighbours in memory"),

        _ => throw new InvalidOperationException($"No schedule for {iteration}."),
    };
}
