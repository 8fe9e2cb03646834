using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Emit;

/// <summary>Prints the type that holds a version's arguments where the runtime library runs the version, and that calls it for one block.</summary>
internal static class BoundKernelPrinter
{
    /// <summary>The runtime library's class of locations that are kept.</summary>
    public const string Kept = "global::LossGen.CompilerServices.KeptLocations";

    public static void Print(CodeWriter writer, Driver driver, BoundKernel bound)
    {
        KernelVersion version = driver.Version(bound.Role);
        (string Type, string Name)[] fields =
        [
            .. bound.Tensors.Select(static tensor => (KernelPrinter.SpanType(tensor), tensor.Name)),
            .. bound.Scalars.Select(static scalar => (KernelPrinter.TypeName(scalar.Type), scalar.Name)),
            .. driver.LeavesSums ? [("global::System.Span<double>", "blockSums")] : Array.Empty<(string, string)>(),
        ];
        using (writer.Block($"private readonly ref struct {DriverPrinter.BoundTypeName(driver, bound.Role)}({string.Join(", ", fields.Select(static field => $"{field.Type} {field.Name}"))}) : IBlockKernel{KernelPrinter.Constraints(DriverPrinter.Parameter(driver))}"))
        {
            foreach ((string type, string name) in fields)
            {
                writer.Line($"private readonly {type} {name} = {name};");
            }

            writer.Line();
            writer.Line($"public static int ScratchBytes => {Literals.Integer(driver.Ignored is null ? version.ScratchBytes : driver.Versions.Max(static each => each.ScratchBytes))};");
            writer.Line();
            writer.Line($"public bool IsInPlace => {(bound.ReplacedInputs.Count == 0 ? "false" : string.Join(" || ", bound.ReplacedInputs.Select(AreSame)))};");
            writer.Line();
            using (writer.Block($"public double Run<{Dialect.StoreParameter}>(nuint start, nuint end, {KernelPrinter.LentParameter}) where {Dialect.StoreParameter} : struct, IVectorStore"))
            {
                if (driver.Ignored is { } ignored)
                {
                    PrintRuns(writer, driver, bound, ignored);
                    return;
                }

                string call = DriverPrinter.Call(driver, bound.Run, Dialect.StoreParameter, DriverPrinter.OfBlock(driver)) + ";";
                writer.Line(driver.ReturnsValue ? "return " + call : call);
                if (!driver.ReturnsValue)
                {
                    writer.Line("return 0;");
                }
            }
        }
    }

    // The version runs over neighbours that are kept; what is written for the others is printed after each run.
    private static void PrintRuns(CodeWriter writer, Driver driver, BoundKernel bound, IgnoredLocations ignored)
    {
        if (driver.LeavesSums)
        {
            writer.Line($"global::System.Span<double> blockSum = {DriverPrinter.OfBlock(driver)};");
            writer.Line($"global::System.Span<double> run = stackalloc double[{Literals.Integer(driver.Sums)}];");
            writer.Line("blockSum.Clear();");
        }
        else if (driver.ReturnsValue)
        {
            writer.Line("double blockSum = 0;");
        }

        if (bound.Role == VersionRole.Main && ignored.Gathered is { } gathered)
        {
            PrintGathered(writer, driver, bound, ignored, gathered);
        }
        else
        {
            PrintInPlace(writer, driver, bound, ignored);
        }

        writer.Line();
        writer.Line(driver.ReturnsValue ? "return blockSum;" : "return 0;");
    }

    private static void PrintInPlace(CodeWriter writer, Driver driver, BoundKernel bound, IgnoredLocations ignored)
    {
        string ofLabels = $"{ignored.Labels.Name}, {Literals.Integer(ignored.Label)}";
        using (writer.Block("while (start < end)"))
        {
            writer.Line($"nuint keptEnd = {Kept}.End({ofLabels}, start, end);");
            using (writer.Block("if (start < keptEnd)"))
            {
                if (bound.Role == VersionRole.Main && ignored.Few is { } few)
                {
                    using (writer.Block($"if (keptEnd - start <= {Literals.Integer(few.Most)})"))
                    {
                        PrintCall(writer, driver, few.Run);
                    }

                    using (writer.Block("else"))
                    {
                        PrintCall(writer, driver, bound.Run);
                    }
                }
                else
                {
                    PrintCall(writer, driver, bound.Run);
                }

                PrintAdded(writer, driver);
            }

            writer.Line();
            writer.Line($"start = {Kept}.Next({ofLabels}, keptEnd, end);");
            PrintIgnored(writer, ignored, "keptEnd", "start");
        }
    }

    // The version runs over many neighbours in place, and over copies of others, as many as it brings together.
    private static void PrintGathered(CodeWriter writer, Driver driver, BoundKernel bound, IgnoredLocations ignored, GatheredLocations gathered)
    {
        string ofLabels = $"{ignored.Labels.Name}, {Literals.Integer(ignored.Label)}";
        writer.Line($"global::System.Span<int> places = stackalloc int[{Literals.Integer(gathered.Most)}];");
        foreach (TensorCopy copy in gathered.Copies)
        {
            string type = KernelPrinter.TypeName(copy.Copy.ElementType);
            writer.Line($"global::System.Span<{type}> {copy.Copy.Name} = stackalloc {type}[{Literals.Integer(gathered.Most * copy.PerLocation)}];");
        }

        using (writer.Block("while (start < end)"))
        {
            writer.Line($"nuint keptEnd = {Kept}.End({ofLabels}, start, end);");
            using (writer.Block($"if (keptEnd - start >= {Literals.Integer(gathered.Most)})"))
            {
                PrintCall(writer, driver, bound.Run);
                PrintAdded(writer, driver);
                writer.Line("start = keptEnd;");
                writer.Line("continue;");
            }

            writer.Line();
            writer.Line($"nuint kept = {Kept}.Take({ofLabels}, start, end, places, out nuint next);");
            using (writer.Block("if (kept > 0)"))
            {
                foreach (TensorCopy copy in gathered.Copies.Where(static copy => !copy.Tensor.IsOutput))
                {
                    writer.Line($"{Kept}.Gather({copy.Tensor.Name}, {Literals.Integer(copy.PerLocation)}, places.Slice(0, (int)kept), {copy.Copy.Name});");
                }

                PrintCall(writer, driver, gathered.Run);
                PrintAdded(writer, driver);
            }

            writer.Line();
            PrintIgnored(writer, ignored, "start", "next");
            foreach (TensorCopy copy in gathered.Copies.Where(static copy => copy.Tensor.IsOutput))
            {
                // Before C# 14, type inference fails for a span passed as a read-only one.
                writer.Line($"{Kept}.Scatter<{KernelPrinter.TypeName(copy.Copy.ElementType)}>({copy.Copy.Name}, {Literals.Integer(copy.PerLocation)}, places.Slice(0, (int)kept), {copy.Tensor.Name});");
            }

            writer.Line("start = next;");
        }
    }

    private static void PrintCall(CodeWriter writer, Driver driver, KernelRun run) =>
        writer.Line($"{(driver.ReturnsValue ? "blockSum += " : "")}{DriverPrinter.Call(driver, run, Dialect.StoreParameter, "run")};");

    // Several sums are left beside those of the block.
    private static void PrintAdded(CodeWriter writer, Driver driver)
    {
        if (driver.LeavesSums)
        {
            writer.Line($"{Kept}.Add(blockSum, run);");
        }
    }

    // What is written for locations that are ignored.
    private static void PrintIgnored(CodeWriter writer, IgnoredLocations ignored, string start, string end)
    {
        foreach (FilledOutput filled in ignored.Filled)
        {
            writer.Line(filled.Value == 0
                ? $"{Kept}.Clear({filled.Output.Name}, {Literals.Integer(filled.PerLocation)}, {new PrintedExpr(filled.Stride)}, {start}, {end});"
                : $"{filled.Output.Name}[(int){start}..(int){end}].Fill({Literals.Integer(filled.Value)});");
        }
    }

    private static string AreSame(ReplacedInput replaced) =>
        $"Unsafe.AreSame(in MemoryMarshal.GetReference({replaced.Input.Name}), in MemoryMarshal.GetReference({replaced.Gradient.Name}))";
}
