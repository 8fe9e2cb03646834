using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Emit;

/// <summary>Prints the type that holds a version's arguments where the runtime library runs the version, and that calls it for one block.</summary>
internal static class BoundKernelPrinter
{
    public static void Print(CodeWriter writer, Driver driver, BoundKernel bound)
    {
        KernelVersion version = driver.Version(bound.Role);
        (string Type, string Name)[] fields =
        [
            .. bound.Tensors.Select(static tensor => (KernelPrinter.SpanType(tensor), tensor.Name)),
            .. bound.Scalars.Select(static scalar => (KernelPrinter.TypeName(scalar.Type), scalar.Name)),
            .. driver.LeavesSums ? [("global::System.Span<double>", "blockSums")] : Array.Empty<(string, string)>(),
        ];
        using (writer.Block($"private readonly ref struct {DriverPrinter.BoundTypeName(driver, bound.Role)}({string.Join(", ", fields.Select(static field => $"{field.Type} {field.Name}"))}) : IBlockKernel"))
        {
            foreach ((string type, string name) in fields)
            {
                writer.Line($"private readonly {type} {name} = {name};");
            }

            writer.Line();
            writer.Line($"public static int ScratchBytes => {Literals.Integer(version.ScratchBytes)};");
            writer.Line();
            writer.Line($"public bool IsInPlace => {(bound.ReplacedInputs.Count == 0 ? "false" : string.Join(" || ", bound.ReplacedInputs.Select(AreSame)))};");
            writer.Line();
            using (writer.Block($"public double Run<{Dialect.StoreParameter}>(nuint start, nuint end, {KernelPrinter.LentParameter}) where {Dialect.StoreParameter} : struct, IVectorStore"))
            {
                string call = DriverPrinter.Call(driver, bound.Run, Dialect.StoreParameter, DriverPrinter.OfBlock(driver)) + ";";
                writer.Line(driver.ReturnsValue ? "return " + call : call);
                if (!driver.ReturnsValue)
                {
                    writer.Line("return 0;");
                }
            }
        }
    }

    private static string AreSame(ReplacedInput replaced) =>
        $"Unsafe.AreSame(in MemoryMarshal.GetReference({replaced.Input.Name}), in MemoryMarshal.GetReference({replaced.Gradient.Name}))";
}
