using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints the class that holds a loss's kernels: for each, the driver that takes the tensors block by block, its versions, and the types that hold
/// their arguments.
/// </summary>
internal static class KernelClassPrinter
{
    public const string Namespace = "LossGen.Generated";

    /// <summary>The only namespace whose types are found by their names alone: an alias cannot stand for a generic type, and nothing can be confused with these.</summary>
    public const string Imported = "System.Runtime.Intrinsics";

    /// <summary>
    /// The types that kernels name in short, each by an alias. Aliases of the innermost namespace take precedence over everything outside it: the
    /// user's types and namespaces of whatever name, global usings, and further namespaces that have a type of that name.
    /// </summary>
    public static readonly IReadOnlyList<string> Aliased =
    [
        "LossGen.CompilerServices.BlockSum", "LossGen.CompilerServices.BlockSums", "LossGen.CompilerServices.CachedStore", "LossGen.CompilerServices.IBlockKernel", "LossGen.CompilerServices.IKernelOutputs", "LossGen.CompilerServices.IVectorStore",
        "LossGen.CompilerServices.Lanes", "LossGen.CompilerServices.LargeInput", "LossGen.CompilerServices.Scratch", "LossGen.CompilerServices.Tile", "LossGen.VectorMath",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.Intrinsics.Vector256", "System.Runtime.Intrinsics.Vector512",
    ];

    public static string ClassName(LossUnit unit) => unit.Type.SimpleName + "Kernels" + unit.CaseName;

    public static void Print(CodeWriter writer, LossUnit unit, string generatedCode)
    {
        using (writer.Block("namespace " + Namespace))
        {
            writer.Line($"using global::{Imported};");
            foreach (string name in Aliased)
            {
                writer.Line($"using {name.Substring(name.LastIndexOf('.') + 1)} = global::{name};");
            }

            if (unit.Cases.Count == 0)
            {
                PrintClass(writer, unit, generatedCode);
                return;
            }

            CasesPrinter.Print(writer, unit, generatedCode);
            foreach (UnitCase each in unit.Cases)
            {
                PrintClass(writer, each.Unit, generatedCode);
            }
        }
    }

    private static void PrintClass(CodeWriter writer, LossUnit unit, string generatedCode)
    {
        writer.Line();
        writer.Line(generatedCode);
        using (writer.Block($"file static class {ClassName(unit)}"))
        {
            writer.Line($"// {unit.Positions} per call of a kernel. The size is part of the result: each block is summed on its own, so another size may change the last bits of the value.");
            writer.Line($"private const int BlockSize = {Literals.Integer(unit.Schedule.BlockSize)};");
            foreach (ConstantTable table in unit.Tables)
            {
                writer.Line();
                TablePrinter.Print(writer, table);
            }

            if (unit is { Slopes: { } slopes, CaseName: "" })
            {
                writer.Line();
                SlopesPrinter.Print(writer, slopes);
            }

            foreach (Driver driver in unit.Drivers)
            {
                writer.Line();
                DriverPrinter.Print(writer, driver);
                foreach (KernelVersion version in driver.Versions)
                {
                    KernelPrinter.Print(writer, version);
                }

                foreach (BoundKernel bound in driver.Bound)
                {
                    writer.Line();
                    BoundKernelPrinter.Print(writer, driver, bound);
                }
            }
        }
    }
}
