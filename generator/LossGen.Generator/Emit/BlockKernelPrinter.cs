using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints how a kernel is handed to the runtime library, which lends it memory, or runs it over large inputs, on several threads or writing past the caches: as
/// a type that holds what the kernel is called with, and in one call.
/// </summary>
internal static class BlockKernelPrinter
{
    private const string Never = "nuint.MaxValue";

    /// <summary>Whether a kernel is handed over where its input is large.</summary>
    public static bool IsHandedOver(LossKernel kernel) => kernel.PositionsPerThread is not null || kernel.StreamedFrom is not null;

    /// <summary>Whether a type stands for the kernel.</summary>
    public static bool HasType(LossKernel kernel) => IsHandedOver(kernel) || kernel.ScratchBytes > 0;

    /// <summary>The type that stands for the kernel.</summary>
    public static void Print(CodeWriter writer, LossUnit unit, LossKernel kernel)
    {
        string parameters = string.Join(", ", Arguments(unit, kernel).Select(static argument => $"{argument.Type} {argument.Name}"));
        using (writer.Block($"private readonly ref struct {TypeName(kernel)}({parameters}) : IBlockKernel"))
        {
            foreach ((string type, string name) in Arguments(unit, kernel))
            {
                writer.Line($"private readonly {type} {name} = {name};");
            }

            writer.Line();
            writer.Line($"public static int ScratchBytes => {Literals.Integer(kernel.ScratchBytes)};");
            writer.Line();
            writer.Line($"public bool IsInPlace => {IsInPlace(kernel)};");
            writer.Line();
            using (writer.Block($"public double Run<{Dialect.StoreParameter}>(nuint start, nuint end, {KernelPrinter.LentParameter}) where {Dialect.StoreParameter} : struct, IVectorStore"))
            {
                string call = BlockLoopPrinter.BlockCall(unit, kernel, Dialect.StoreParameter, "start", "end") + ";";
                writer.Line(kernel.ReturnsValue ? "return " + call : call);
                if (!kernel.ReturnsValue)
                {
                    writer.Line("return 0;");
                }
            }
        }
    }

    /// <summary>Makes a local variable of the type, under a name.</summary>
    public static void PrintVariable(CodeWriter writer, LossUnit unit, LossKernel kernel, string name) =>
        writer.Line($"{TypeName(kernel)} {name} = new({string.Join(", ", Arguments(unit, kernel).Select(static argument => argument.Name))});");

    /// <summary>The call that lends it memory and runs it over one block.</summary>
    public static string RunLent(LossKernel kernel, string name, string store, string start, string end) =>
        $"Scratch.Run<{TypeName(kernel)}, {store}>(in {name}, {start}, {end})";

    /// <summary>The call that runs it over all positions.</summary>
    public static string RunLarge(LossKernel kernel, string name) =>
        $"LargeInput.Sum(ref {name}, count, BlockSize, {(kernel.PositionsPerThread is null ? Never : "PositionsPerThread")}, {(kernel.StreamedFrom is null ? Never : "StreamedFrom")})";

    // What the kernel needs of what the method around it has, under the same names.
    private static IEnumerable<(string Type, string Name)> Arguments(LossUnit unit, LossKernel kernel)
    {
        foreach (Tensor tensor in kernel.Tensors.Where(tensor => KernelClassPrinter.IsGiven(unit, tensor)))
        {
            yield return (KernelPrinter.SpanType(tensor), tensor.Name);
        }

        if (kernel.Parameters.Any(static parameter => parameter.Role is ParameterRole.Samples or ParameterRole.Stride))
        {
            yield return ("int", "samples");
        }

        if (kernel.Parameters.Any(static parameter => parameter.Role == ParameterRole.Scale))
        {
            yield return ("double", "scale");
        }

        foreach (Variable parameter in BlockLoopPrinter.FormulaParameters(kernel))
        {
            yield return (KernelPrinter.TypeName(parameter.Type), parameter.Name);
        }
    }

    // Asked where gradients could go past the caches.
    private static string IsInPlace(LossKernel kernel)
    {
        IEnumerable<string> pairs =
            from gradient in kernel.Tensors
            from input in kernel.Tensors
            where gradient.MayReplace(input)
            select $"Unsafe.AreSame(in MemoryMarshal.GetReference({input.Name}), in MemoryMarshal.GetReference({gradient.Name}))";
        return kernel.StreamedFrom is null ? "false" : string.Join(" || ", pairs);
    }

    private static string TypeName(LossKernel kernel) => kernel.Name + "Kernel";
}
