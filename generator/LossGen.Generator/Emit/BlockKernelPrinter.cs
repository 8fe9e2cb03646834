using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints how a kernel is handed to the runtime library, which lends it memory, or runs it over large inputs, on several threads or writing past the caches: as
/// a type, and in one call.
/// </summary>
internal static class BlockKernelPrinter
{
    private const string Never = "nuint.MaxValue";

    private static readonly TensorRole[] Roles =
        [TensorRole.Prediction, TensorRole.GroundTruth, TensorRole.Weights, TensorRole.PredictionGradient, TensorRole.GroundTruthGradient];

    /// <summary>Whether a kernel is handed over where its input is large.</summary>
    public static bool IsHandedOver(LossKernel kernel) => kernel.PositionsPerThread is not null || kernel.StreamedFrom is not null;

    /// <summary>Whether a type stands for the kernel.</summary>
    public static bool HasType(LossKernel kernel) => IsHandedOver(kernel) || kernel.ScratchBytes > 0;

    /// <summary>The type that stands for the kernel.</summary>
    public static void Print(CodeWriter writer, LossUnit unit, LossKernel kernel)
    {
        string parameters = string.Join(", ", Roles.Select(role => $"{SpanType(unit, role)} {(role == TensorRole.Weights && unit.Weights is null ? "_" : Name(role))}"));
        using (writer.Block($"private readonly struct {TypeName(kernel)} : IBlockKernel<{Types(unit)}>"))
        {
            writer.Line($"public static int ScratchBytes => {Literals.Integer(kernel.ScratchBytes)};");
            writer.Line();
            using (writer.Block($"public static double Run<{Dialect.StoreParameter}>({parameters}, nuint samples, double scale, nuint start, nuint end, {KernelPrinter.LentParameter}) where {Dialect.StoreParameter} : struct, IVectorStore"))
            {
                string call = BlockLoopPrinter.BlockCall(unit, kernel, static tensor => Name(tensor.Role), Dialect.StoreParameter) + ";";
                writer.Line(kernel.ReturnsValue ? "return " + call : call);
                if (!kernel.ReturnsValue)
                {
                    writer.Line("return 0;");
                }
            }
        }
    }

    /// <summary>The call that lends it memory and runs it over one block.</summary>
    public static string RunLent(LossUnit unit, LossKernel kernel, string store, string start, string end) =>
        $"Scratch.Run<{TypeName(kernel)}, {Types(unit)}, {store}>({Tensors(unit, kernel)}, (nuint)samples, scale, {start}, {end})";

    /// <summary>The call that runs it over all positions.</summary>
    public static string Call(LossUnit unit, LossKernel kernel)
    {
        string perThread = kernel.PositionsPerThread is null ? Never : "PositionsPerThread";
        string streamedFrom = kernel.StreamedFrom is null ? Never : "StreamedFrom";
        return $"LargeInput.Sum<{TypeName(kernel)}, {Types(unit)}>({Tensors(unit, kernel)}, (nuint)samples, scale, count, BlockSize, {perThread}, {streamedFrom})";
    }

    private static string Tensors(LossUnit unit, LossKernel kernel) =>
        string.Join(", ", Roles.Select(role => kernel.Tensors.FirstOrDefault(tensor => tensor.Role == role && KernelClassPrinter.IsGiven(unit, tensor))?.Name ?? "default"));

    private static string TypeName(LossKernel kernel) => kernel.Name + "Kernel";

    private static string Types(LossUnit unit) => string.Join(", ", Element(unit, TensorRole.Prediction), Element(unit, TensorRole.GroundTruth), Element(unit, TensorRole.Weights));

    private static string SpanType(LossUnit unit, TensorRole role) =>
        $"{(role is TensorRole.PredictionGradient or TensorRole.GroundTruthGradient ? "Span" : "ReadOnlySpan")}<{Element(unit, role)}>";

    // Without weights their type is the prediction's, as any would do.
    private static string Element(LossUnit unit, TensorRole role) => KernelPrinter.TypeName(role switch
    {
        TensorRole.GroundTruth => unit.GroundTruth.ElementType,
        TensorRole.Weights => (unit.Weights?.Tensor ?? unit.Prediction).ElementType,
        _ => unit.Prediction.ElementType,
    });

    // The interface's names, which need not be the user's.
    private static string Name(TensorRole role) => role switch
    {
        TensorRole.Prediction => "prediction",
        TensorRole.GroundTruth => "groundTruth",
        TensorRole.Weights => "weights",
        TensorRole.PredictionGradient => "predictionGradient",
        _ => "groundTruthGradient",
    };
}
