using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>
/// Prints the class that holds a loss's kernels: for each, a method that takes the tensors block by block and adds the
/// blocks' sums in their order, and the kernel itself.
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
                writer.Line($"private const int BlockSize = {Literals.Integer(unit.BlockSize)};");
                if (unit.Weights is { Source: WeightSource.Constants } weights)
                {
                    writer.Line();
                    WeightsPrinter.PrintConstants(writer, weights);
                }

                foreach (KernelPair kernels in unit.EntryPoints.SelectMany(static member => new[] { member.Kernel, member.BothGradientsKernel }).OfType<KernelPair>())
                {
                    writer.Line();
                    PrintBlocks(writer, unit, kernels);
                    foreach (LossKernel kernel in new[] { kernels.Common, kernels.Wide }.OfType<LossKernel>())
                    {
                        writer.Line();
                        KernelPrinter.Print(writer, kernel);
                    }
                }
            }
        }
    }

    /// <summary>What the method that runs a kernel is given: constants it has itself.</summary>
    public static bool IsGiven(LossUnit unit, Tensor tensor) => tensor.Role != TensorRole.Weights || unit.Weights!.Source != WeightSource.Constants;

    private static void PrintBlocks(CodeWriter writer, LossUnit unit, KernelPair kernels)
    {
        LossKernel kernel = kernels.Common;
        string element = KernelPrinter.TypeName(unit.Prediction.ElementType);
        string narrow = element == "double" ? "" : $"({element})";
        string parameters = string.Join(", ", kernel.Tensors.Where(tensor => IsGiven(unit, tensor)).Select(static tensor => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}"));
        string arguments = string.Join(", ", kernel.Tensors.Select(tensor => IsGiven(unit, tensor) ? tensor.Name : WeightsPrinter.Constants).Concat(kernel.Parameters.Select(Argument)));

        using (writer.Block($"internal static {(kernel.ReturnsValue ? element : "void")} {kernel.Name}({parameters}, int samples)"))
        {
            using (writer.Block("if (samples == 0)"))
            {
                writer.Line(kernel.ReturnsValue ? "return 0;" : "return;");
            }

            writer.Line();
            writer.Line($"nuint count = {Times("(nuint)samples", unit.PositionsPerSample)};");
            writer.Line($"double scale = {Literals.Double(unit.Weight.Value)} / {Divisor()};");
            if (kernel.ReturnsValue)
            {
                writer.Line("BlockSum sum = default;");
            }

            using (writer.Block("for (nuint start = 0; start < count; start += BlockSize)"))
            {
                writer.Line("nuint end = nuint.Min(start + BlockSize, count);");
                if (kernels.Wide is { } wide)
                {
                    using (writer.Block("if (Vector512.IsHardwareAccelerated)"))
                    {
                        writer.Line(Call(wide));
                        writer.Line("continue;");
                    }

                    writer.Line();
                }

                writer.Line(Call(kernel));
            }

            if (kernel.ReturnsValue)
            {
                writer.Line();
                writer.Line($"return {(narrow.Length == 0 ? "scale * sum.Total" : narrow + "(scale * sum.Total)")};");
            }
        }

        string Call(LossKernel block)
        {
            string call = $"{KernelPrinter.MethodName(block)}({arguments})";
            return block.ReturnsValue ? $"sum.Add({call});" : call + ";";
        }

        string Divisor() =>
            unit.DividedPerSample == 1 ? "samples"
            : unit.DividedPerSample == unit.PositionsPerSample ? "count"
            : $"({Times("(double)samples", unit.DividedPerSample)})";

        string Argument(Parameter parameter) => parameter.Role switch
        {
            ParameterRole.Stride => Times("(nuint)samples", unit.Shape.FixedInner),
            ParameterRole.Samples => "(nuint)samples",
            ParameterRole.Scale => parameter.Variable.Type == IrType.Double ? "scale" : narrow + "scale",
            ParameterRole.Start => "start",
            _ => "end",
        };
    }

    private static string Times(string samples, int factor) => factor == 1 ? samples : $"{samples} * {Literals.Integer(factor)}";
}
