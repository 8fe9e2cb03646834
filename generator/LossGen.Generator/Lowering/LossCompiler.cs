using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Compiles a spec: one kernel for each member and choice of gradients, each through the whole <see cref="Pipeline"/>.</summary>
/// <param name="isPrintable">Whether the target prints an op of a type.</param>
internal sealed class LossCompiler(Func<Op, IrType, bool> isPrintable)
{
    // A block is what one call takes, and its sum one float64. Large enough to hide the call; small enough that a lane's chain of
    // at most 1,024 float64 additions stays within 1e-13, and so does the sum of a thousand blocks.
    private const int ElementsPerBlock = 1 << 14;

    private readonly Pipeline pipeline = new(isPrintable);

    public LossUnit Compile(LossSpec spec)
    {
        LossDefinition definition = LossDefinition.Of(spec.Loss);
        ScalarType element = KernelBuilder.ElementOf(spec);
        bool hasLabels = definition.GroundTruth == GroundTruth.Labels;
        Tensor prediction = new(spec.Bottoms.Prediction, element, TensorRole.Prediction);
        Tensor groundTruth = new(spec.Bottoms.GroundTruth, KernelBuilder.GroundTruthElementOf(spec), TensorRole.GroundTruth);
        Tensor predictionGradient = new(spec.Bottoms.PredictionGradient, element, TensorRole.PredictionGradient);
        Tensor groundTruthGradient = new(spec.Bottoms.GroundTruthGradient, element, TensorRole.GroundTruthGradient);
        EntryPoint[] entryPoints =
        [
            EntryPoint("Forward", value: true, gradient: false),
            EntryPoint("Backward", value: false, gradient: true),
            EntryPoint("ForwardBackward", value: true, gradient: true),
        ];
        return new LossUnit(
            spec.Type,
            definition.Title,
            entryPoints[0].Kernel.Notes.Formula,
            spec.Shape,
            spec.Weight,
            prediction,
            groundTruth,
            definition.IsAlongClassAxis,
            hasLabels,
            predictionGradient,
            hasLabels ? null : groundTruthGradient,
            UnusedName("samples", [prediction, groundTruth, predictionGradient, groundTruthGradient]),
            definition.IsAlongClassAxis ? Math.Max(1, ElementsPerBlock / spec.Shape.Classes) : ElementsPerBlock,
            EquatableArray.Of(entryPoints));

        EntryPoint EntryPoint(string name, bool value, bool gradient) => new(
            name,
            value,
            gradient,
            Kernel(name, value, gradient, both: false),
            gradient && !hasLabels ? Kernel(name + "Both", value, gradient, both: true) : null);

        LossKernel Kernel(string name, bool value, bool gradient, bool both) =>
            pipeline.Run(KernelBuilder.Build(spec, new KernelOutputs(value, gradient, both), name));
    }

    private static string UnusedName(string wish, IReadOnlyList<Tensor> parameters) =>
        parameters.Any(parameter => parameter.Name == wish) ? UnusedName(wish + "Given", parameters) : wish;
}
