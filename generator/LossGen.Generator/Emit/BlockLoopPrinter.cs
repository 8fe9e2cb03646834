using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>Prints the method around a kernel, which takes the tensors block by block and adds the blocks' sums in their order.</summary>
internal static class BlockLoopPrinter
{
    // How a kernel stores that the method runs itself.
    private const string Cached = "CachedStore";

    // A kernel as the runtime library is given it.
    private const string Handed = "kernel";
    private const string HandedFew = "few";

    public static void Print(CodeWriter writer, LossUnit unit, LossKernel kernel)
    {
        string parameters = string.Join(", ", kernel.Tensors.Where(tensor => KernelClassPrinter.IsGiven(unit, tensor)).Select(static tensor => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}").Append("int samples").Concat(FormulaParameters(kernel).Select(static parameter => $"{KernelPrinter.TypeName(parameter.Type)} {parameter.Name}")));
        using (writer.Block($"internal static {(kernel.ReturnsValue ? KernelPrinter.TypeName(unit.Prediction.ElementType) : "void")} {kernel.Name}({parameters})"))
        {
            using (writer.Block("if (samples == 0)"))
            {
                writer.Line(kernel.ReturnsValue ? "return 0;" : "return;");
            }

            writer.Line();
            writer.Line($"nuint count = {Times("(nuint)samples", unit.PositionsPerSample)};");
            writer.Line($"double scale = {Literals.Double(unit.Weight.Value)}{(unit.Divisor is null ? "" : " / " + Divisor())};");
            if (kernel.Few is { } few)
            {
                PrintFew(writer, unit, few);
            }

            if (BlockKernelPrinter.HasType(kernel))
            {
                BlockKernelPrinter.PrintVariable(writer, unit, kernel, Handed);
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
                string block = Run(unit, kernel, Handed, "start", "end");
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

    /// <summary>The call of a kernel over one block, by the names that the method has, storing as its caller says; what memory it needs the caller has.</summary>
    public static string BlockCall(LossUnit unit, LossKernel kernel, string store, string start, string end)
    {
        IEnumerable<string> arguments = kernel.Tensors.Select(tensor => KernelClassPrinter.IsGiven(unit, tensor) ? tensor.Name : WeightsPrinter.Constants)
            .Concat(kernel.Parameters.Select(Argument))
            .Concat(kernel.ScratchBytes > 0 ? [KernelPrinter.Lent] : Array.Empty<string>());
        return $"{KernelPrinter.Call(kernel, store)}({string.Join(", ", arguments)})";

        string Argument(Parameter parameter) => parameter.Role switch
        {
            ParameterRole.Stride => Times("(nuint)samples", unit.Shape.FixedInner),
            ParameterRole.Samples => "(nuint)samples",
            ParameterRole.Scale => parameter.Variable.Type == IrType.Double ? "scale" : Narrow(unit) + "scale",
            ParameterRole.Formula => parameter.Variable.Name,
            ParameterRole.Start => start,
            _ => end,
        };
    }

    /// <summary>The scalars that a kernel's formula takes, by the names that the method around it has for them.</summary>
    public static IEnumerable<Variable> FormulaParameters(LossKernel kernel) =>
        kernel.Parameters.Where(static parameter => parameter.Role == ParameterRole.Formula).Select(static parameter => parameter.Variable);

    // A kernel that needs memory is run by the runtime library, which lends it some.
    private static string Run(LossUnit unit, LossKernel kernel, string name, string start, string end) => kernel.ScratchBytes > 0
        ? BlockKernelPrinter.RunLent(kernel, name, Cached, start, end)
        : BlockCall(unit, kernel, Cached, start, end);

    // One block, from the first location to the last.
    private static void PrintFew(CodeWriter writer, LossUnit unit, LossKernel few)
    {
        using (writer.Block($"if (count <= {Literals.Integer(LossKernel.MostForFew)})"))
        {
            if (BlockKernelPrinter.HasType(few))
            {
                BlockKernelPrinter.PrintVariable(writer, unit, few, HandedFew);
            }

            string call = Run(unit, few, HandedFew, "0", "count");
            writer.Line(few.ReturnsValue ? Result(unit, call) : call + ";");
            if (!few.ReturnsValue)
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    // Below twice as many positions as are worth a thread, a second one is not worth waking.
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
            string call = BlockKernelPrinter.RunLarge(kernel, Handed);
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
