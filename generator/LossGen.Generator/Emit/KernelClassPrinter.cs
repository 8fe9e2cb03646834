using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints the class that holds a loss's kernels: for each, the method that takes the tensors block by block, and the kernel itself.
/// </summary>
internal static class KernelClassPrinter
{
    public const string Namespace = "LossGen.Generated";

    public static string ClassName(LossUnit unit) => unit.Type.SimpleName + "Kernels";

    public static void Print(CodeWriter writer, LossUnit unit, string generatedCode)
    {
        using (writer.Block("namespace " + Namespace))
        {
            foreach (string @namespace in new[] { "System", "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "LossGen.CompilerServices" })
            {
                writer.Line($"using global::{@namespace};");
            }

            writer.Line();
            writer.Line(generatedCode);
            using (writer.Block($"file static class {ClassName(unit)}"))
            {
                writer.Line($"// {unit.Positions} a kernel takes in one call. It belongs to the result: each block is summed apart, and another size may change the value's last bits.");
                writer.Line($"private const int BlockSize = {Literals.Integer(unit.Schedule.BlockSize)};");
                if (unit.Weights is { Source: WeightSource.Constants } weights)
                {
                    writer.Line();
                    WeightsPrinter.PrintConstants(writer, weights);
                }

                foreach (LossKernel kernel in unit.EntryPoints.SelectMany(static member => new[] { member.Kernel, member.AllGradientsKernel }).OfType<LossKernel>())
                {
                    writer.Line();
                    BlockLoopPrinter.Print(writer, unit, kernel);
                    writer.Line();
                    KernelPrinter.Print(writer, kernel);
                    foreach (LossKernel other in new[] { kernel.Wide, kernel.Few }.OfType<LossKernel>())
                    {
                        writer.Line();
                        KernelPrinter.Print(writer, other);
                    }

                    foreach (LossKernel handed in new[] { kernel, kernel.Few }.OfType<LossKernel>().Where(BlockKernelPrinter.HasType))
                    {
                        writer.Line();
                        BlockKernelPrinter.Print(writer, unit, handed);
                    }
                }
            }
        }
    }

    /// <summary>What the method that runs a kernel is given: constants it has itself.</summary>
    public static bool IsGiven(LossUnit unit, Tensor tensor) => tensor.Role != TensorRole.Weights || unit.Weights!.Source != WeightSource.Constants;
}
