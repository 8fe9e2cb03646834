using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints how a kernel is handed to the runtime library, which runs it over large inputs, on several threads or writing past the caches: as a type, and in one call.
/// </summary>
internal static class BlockKernelPrinter
{
    private const string Never = "nuint.MaxValue";

    // The tensors as the runtime library knows them, whose names need not be the user's.
    private static readonly (string Name, TensorRole Role, int Number)[] Places =
    [
        ("prediction", TensorRole.Input, 0),
        ("groundTruth", TensorRole.Input, 1),
        ("weights", TensorRole.Weights, 0),
        ("predictionGradient", TensorRole.Gradient, 0),
        ("groundTruthGradient", TensorRole.Gradient, 1),
    ];

    /// <summary>Whether a kernel is handed over where its input is large.</summary>
    public static bool IsHandedOver(LossKernel kernel) => kernel.PositionsPerThread is not null || kernel.StreamedFrom is not null;

    /// <summary>The type that stands for the kernel.</summary>
    public static void Print(CodeWriter writer, LossUnit unit, LossKernel kernel)
    {
        string parameters = string.Join(", ", Places.Select(place => $"{SpanType(unit, place.Role, place.Number)} {place.Name}"));
        using (writer.Block($"private readonly struct {TypeName(kernel)} : IBlockKernel<{Types(unit)}>"))
        {
            using (writer.Block($"public static double Run<{Dialect.StoreParameter}>({parameters}, nuint samples, double scale, nuint start, nuint end) where {Dialect.StoreParameter} : struct, IVectorStore"))
            {
                string call = BlockLoopPrinter.BlockCall(unit, kernel, static tensor => Places.First(place => place.Role == tensor.Role && place.Number == tensor.Number).Name, Dialect.StoreParameter) + ";";
                writer.Line(kernel.ReturnsValue ? "return " + call : call);
                if (!kernel.ReturnsValue)
                {
                    writer.Line("return 0;");
                }
            }
        }
    }

    /// <summary>The call that runs it over all positions.</summary>
    public static string Call(LossUnit unit, LossKernel kernel)
    {
        string tensors = string.Join(", ", Places.Select(place => kernel.Tensors.FirstOrDefault(tensor => tensor.Role == place.Role && tensor.Number == place.Number && KernelClassPrinter.IsGiven(unit, tensor))?.Name ?? "default"));
        string perThread = kernel.PositionsPerThread is null ? Never : "PositionsPerThread";
        string streamedFrom = kernel.StreamedFrom is null ? Never : "StreamedFrom";
        return $"LargeInput.Sum<{TypeName(kernel)}, {Types(unit)}>({tensors}, (nuint)samples, scale, count, BlockSize, {perThread}, {streamedFrom})";
    }

    private static string TypeName(LossKernel kernel) => kernel.Name + "Kernel";

    private static string Types(LossUnit unit) => string.Join(", ", Element(unit, TensorRole.Input, 0), Element(unit, TensorRole.Input, 1), Element(unit, TensorRole.Weights, 0));

    private static string SpanType(LossUnit unit, TensorRole role, int number) =>
        $"{(role == TensorRole.Gradient ? "Span" : "ReadOnlySpan")}<{Element(unit, role, number)}>";

    // Without weights their type is the prediction's, as any would do.
    private static string Element(LossUnit unit, TensorRole role, int number) => KernelPrinter.TypeName(role switch
    {
        TensorRole.Input => unit.Inputs[number].ElementType,
        TensorRole.Weights => (unit.Weights?.Tensor ?? unit.Prediction).ElementType,
        _ => unit.Prediction.ElementType,
    });
}
