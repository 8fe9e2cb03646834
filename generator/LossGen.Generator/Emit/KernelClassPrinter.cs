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

    // How a kernel stores that the caller runs itself.
    private const string Cached = "CachedStore";

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

                foreach (LossKernel kernel in unit.EntryPoints.SelectMany(static member => new[] { member.Kernel, member.BothGradientsKernel }).OfType<LossKernel>())
                {
                    writer.Line();
                    PrintBlocks(writer, unit, kernel);
                    writer.Line();
                    KernelPrinter.Print(writer, kernel);
                    foreach (LossKernel other in new[] { kernel.Wide, kernel.Few }.OfType<LossKernel>())
                    {
                        writer.Line();
                        KernelPrinter.Print(writer, other);
                    }

                    if (BlockKernelPrinter.IsHandedOver(kernel))
                    {
                        writer.Line();
                        BlockKernelPrinter.Print(writer, unit, kernel);
                    }
                }
            }
        }
    }

    /// <summary>What the method that runs a kernel is given: constants it has itself.</summary>
    public static bool IsGiven(LossUnit unit, Tensor tensor) => tensor.Role != TensorRole.Weights || unit.Weights!.Source != WeightSource.Constants;

    /// <summary>The call of a kernel over one block, the tensors by the names that the caller has for them, storing as the caller says.</summary>
    public static string BlockCall(LossUnit unit, LossKernel kernel, Func<Tensor, string> name, string store, string start = "start", string end = "end")
    {
        IEnumerable<string> tensors = kernel.Tensors.Select(tensor => IsGiven(unit, tensor) ? name(tensor) : WeightsPrinter.Constants);
        return $"{KernelPrinter.Call(kernel, store)}({string.Join(", ", tensors.Concat(kernel.Parameters.Select(Argument)))})";

        string Argument(Parameter parameter) => parameter.Role switch
        {
            ParameterRole.Stride => Times("(nuint)samples", unit.Shape.FixedInner),
            ParameterRole.Samples => "(nuint)samples",
            ParameterRole.Scale => parameter.Variable.Type == IrType.Double ? "scale" : Narrow(unit) + "scale",
            ParameterRole.Start => start,
            _ => end,
        };
    }

    private static void PrintBlocks(CodeWriter writer, LossUnit unit, LossKernel kernel)
    {
        string parameters = string.Join(", ", kernel.Tensors.Where(tensor => IsGiven(unit, tensor)).Select(static tensor => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}"));
        using (writer.Block($"internal static {(kernel.ReturnsValue ? KernelPrinter.TypeName(unit.Prediction.ElementType) : "void")} {kernel.Name}({parameters}, int samples)"))
        {
            using (writer.Block("if (samples == 0)"))
            {
                writer.Line(kernel.ReturnsValue ? "return 0;" : "return;");
            }

            writer.Line();
            writer.Line($"nuint count = {Times("(nuint)samples", unit.PositionsPerSample)};");
            writer.Line($"double scale = {Literals.Double(unit.Weight.Value)} / {Divisor()};");
            if (kernel.Few is { } few)
            {
                PrintFew(writer, unit, few);
            }

            if (BlockKernelPrinter.IsHandedOver(kernel))
            {
                PrintLarge(writer, unit, kernel);
            }

            if (kernel.ReturnsValue)
            {
                writer.Line("BlockSum sum = default;");
            }

            using (writer.Block("for (nuint start = 0; start < count; start += BlockSize)"))
            {
                writer.Line("nuint end = nuint.Min(start + BlockSize, count);");
                string block = BlockCall(unit, kernel, static tensor => tensor.Name, Cached);
                writer.Line(kernel.ReturnsValue ? $"sum.Add({block});" : block + ";");
            }

            if (kernel.ReturnsValue)
            {
                writer.Line();
                writer.Line(Result(unit, "sum.Total"));
            }
        }

        string Divisor() =>
            unit.DividedPerSample == 1 ? "samples"
            : unit.DividedPerSample == unit.PositionsPerSample ? "count"
            : $"({Times("(double)samples", unit.DividedPerSample)})";
    }

    // One block, from the first location to the last.
    private static void PrintFew(CodeWriter writer, LossUnit unit, LossKernel few)
    {
        using (writer.Block($"if (count <= {Literals.Integer(LossKernel.MostForFew)})"))
        {
            string call = BlockCall(unit, few, static tensor => tensor.Name, Cached, "0", "count");
            writer.Line(few.ReturnsValue ? Result(unit, call) : call + ";");
            if (!few.ReturnsValue)
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    private static void PrintLarge(CodeWriter writer, LossUnit unit, LossKernel kernel)
    {
        List<string> conditions = [];
        if (kernel.PositionsPerThread is { } positions)
        {
            writer.Line($"const uint PositionsPerThread = {Literals.Integer(positions)};");
            conditions.Add("count >= 2 * PositionsPerThread");
        }

        if (kernel.StreamedFrom is { } first)
        {
            writer.Line($"const uint StreamedFrom = {Literals.Integer(first)};");
            conditions.Add("count >= StreamedFrom");
        }

        using (writer.Block($"if ({string.Join(" || ", conditions)})"))
        {
            string call = BlockKernelPrinter.Call(unit, kernel);
            writer.Line(kernel.ReturnsValue ? Result(unit, call) : call + ";");
            if (!kernel.ReturnsValue)
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    private static string Result(LossUnit unit, string sum)
    {
        string narrow = Narrow(unit);
        return $"return {(narrow.Length == 0 ? $"scale * {sum}" : $"{narrow}(scale * {sum})")};";
    }

    // The cast to the element type, where it is one.
    private static string Narrow(LossUnit unit) => unit.Prediction.Element == ScalarType.Double ? "" : $"({KernelPrinter.TypeName(unit.Prediction.ElementType)})";

    private static string Times(string samples, int factor) => factor == 1 ? samples : $"{samples} * {Literals.Integer(factor)}";
}
