using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints a driver, the method around the versions of a kernel, step by step.</summary>
internal static class DriverPrinter
{
    // How a version that the method runs itself stores.
    private const string Cached = "CachedStore";

    private const string AddBlocks = "BlockSums.Add(lent, count, BlockSize, sums)";

    private const string NeverLarge = "nuint.MaxValue";

    // What the name of the method for several blocks ends with.
    private const string Blocks = "Blocks";

    public static void Print(CodeWriter writer, Driver driver)
    {
        DriverStep[] first = [.. driver.Steps.TakeWhile(static step => step is not ContinueInMethod)];
        DriverStep[] further = [.. driver.Steps.Skip(first.Length + 1)];
        using (writer.Block(Head(driver, [])))
        {
            Print(writer, driver, first);
            if (further.Length > 0)
            {
                writer.Line($"{(driver.ReturnsValue ? "return " : "")}{driver.Name}{Blocks}{KernelPrinter.TypeList(Parameter(driver))}({string.Join(", ", Arguments(driver))});");
            }
        }

        if (further.Length > 0)
        {
            writer.Line();
            using (writer.Block(Head(driver, [], "private", driver.Name + Blocks)))
            {
                Print(writer, driver, first.OfType<DeclareCount>().Concat(further));
            }
        }
    }

    private static void Print(CodeWriter writer, Driver driver, IEnumerable<DriverStep> steps)
    {
        foreach (DriverStep step in steps)
        {
            Print(writer, driver, step);
        }
    }

    /// <summary>The head of its method.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="choices">The parameters that say which case it is, where it is not known.</param>
    public static string Head(Driver driver, IEnumerable<FormulaParameter> choices) => Head(driver, choices, "internal", driver.Name);

    private static string Head(Driver driver, IEnumerable<FormulaParameter> choices, string visibility, string name)
    {
        IEnumerable<string> parameters = driver.Tensors.Select(static tensor => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}")
            .Append("int samples")
            .Concat(driver.FormulaParameters.Select(Scalar))
            .Concat(choices.Select(choice => $"{ParametersPrinter.TypeName(choice)} {ChoiceName(driver, choice)}"))
            .Concat(driver.Scales.Select(Scalar))
            .Concat(driver.LeavesSums ? [KernelPrinter.SumsParameter] : Array.Empty<string>());
        return $"{visibility} static {(driver.ReturnsValue ? "double" : "void")} {name}{KernelPrinter.TypeList(Parameter(driver))}({string.Join(", ", parameters)}){KernelPrinter.Constraints(Parameter(driver))}";

        static string Scalar(Variable parameter) => $"{KernelPrinter.TypeName(parameter.Type)} {parameter.Name}";
    }

    /// <summary>The type parameter of what belongs to a driver: which outputs are wanted; null where there is nothing to choose.</summary>
    public static string? Parameter(Driver driver) => driver.IsShared ? Dialect.OutputsParameter : null;

    /// <summary>A parameter that is a choice, by a name that none of the driver's own has.</summary>
    public static string ChoiceName(Driver driver, FormulaParameter choice)
    {
        string name = choice.Name;
        while (Arguments(driver).Contains(name))
        {
            name += "Choice";
        }

        return name;
    }

    /// <summary>Its parameters as the arguments of another method with the same.</summary>
    public static IEnumerable<string> Arguments(Driver driver) => driver.Tensors.Select(static tensor => tensor.Name)
        .Append("samples")
        .Concat(driver.FormulaParameters.Concat(driver.Scales).Select(static parameter => parameter.Name))
        .Concat(driver.LeavesSums ? ["sums"] : Array.Empty<string>());

    /// <summary>The call of a version itself.</summary>
    public static string Call(Driver driver, KernelRun run, string store, string sums)
    {
        KernelVersion version = driver.Version(run.Role);
        IEnumerable<string> arguments = run.Tensors.Select(static tensor => tensor.Name)
            .Concat(run.Scalars.Select(static scalar => new PrintedExpr(scalar).ToString()))
            .Concat(driver.LeavesSums ? [sums] : Array.Empty<string>())
            .Concat(version.ScratchBytes > 0 ? [KernelPrinter.Lent] : Array.Empty<string>());
        return $"{KernelPrinter.Call(version, store)}({string.Join(", ", arguments)})";
    }

    /// <summary>The type that holds a version's arguments.</summary>
    public static string BoundTypeName(Driver driver, VersionRole role) => driver.Version(role).Name + "Kernel" + KernelPrinter.TypeList(Parameter(driver));

    private static void Print(CodeWriter writer, Driver driver, DriverStep step)
    {
        switch (step)
        {
            case ReturnWhereEmpty:
                using (writer.Block("if (samples == 0)"))
                {
                    if (driver.LeavesSums)
                    {
                        writer.Line("sums.Clear();");
                    }

                    writer.Line(driver.ReturnsValue ? "return 0;" : "return;");
                }

                writer.Line();
                break;
            case DeclareCount count:
                writer.Line($"nuint count = {Times("(nuint)samples", count.PositionsPerSample)};");
                break;
            case LendBlockSums:
                writer.Line($"double[] lent = BlockSums.Lend(count, BlockSize, {Literals.Integer(driver.Sums)});");
                writer.Line("global::System.Span<double> blockSums = lent;");
                break;
            case BindKernel bind:
                Bind(writer, driver, bind.Role);
                break;
            case ReturnWhereFew few:
                PrintFew(writer, driver, few);
                break;
            case ReturnWhereOneBlock one:
                PrintOneBlock(writer, driver, one);
                break;
            case ReturnWhereLarge large:
                PrintLarge(writer, driver, large);
                break;
            case RunBlocks blocks:
                PrintBlocks(writer, driver, blocks);
                break;
            case ReturnSum:
                writer.Line();
                writer.Line(driver.LeavesSums ? AddBlocks + ";" : "return sum.Total;");
                break;
            default:
                throw new InvalidOperationException($"Unknown step {step.GetType().Name}.");
        }
    }

    private static void PrintFew(CodeWriter writer, Driver driver, ReturnWhereFew few)
    {
        using (writer.Block($"if (count <= {Literals.Integer(few.Most)})"))
        {
            if (few.Run.IsLent)
            {
                Bind(writer, driver, few.Run.Role);
            }

            Return(writer, driver, Run(driver, few.Run, "sums"));
        }

        writer.Line();
    }

    // The value is a sum that begins at 0, as those of several blocks do: no value is −0.
    private static void PrintOneBlock(CodeWriter writer, Driver driver, ReturnWhereOneBlock one)
    {
        using (writer.Block("if (count <= BlockSize)"))
        {
            Return(writer, driver, (driver.ReturnsValue ? "0 + " : "") + Run(driver, one.Run, ""));
        }

        writer.Line();
    }

    private static void PrintLarge(CodeWriter writer, Driver driver, ReturnWhereLarge large)
    {
        List<string> conditions = [];
        if (large.PositionsPerThread is { } positions)
        {
            writer.Line($"const uint PositionsPerThread = {Literals.Integer(positions)};");
            conditions.Add("count >= 2 * PositionsPerThread");
        }

        if (large.StreamedFrom is { } first)
        {
            writer.Line($"const uint StreamedFrom = {Literals.Integer(first)};");
            string streams = (large.StreamedWhere is { } wanted ? new PrintedExpr(wanted) + " && " : "") + "count >= StreamedFrom";
            conditions.Add(large.StreamedWhere is not null && conditions.Count > 0 ? $"({streams})" : streams);
        }

        using (writer.Block($"if ({string.Join(" || ", conditions)})"))
        {
            string threads = large.PositionsPerThread is null ? NeverLarge : "PositionsPerThread";
            string streamed = large.StreamedFrom is null ? NeverLarge : large.StreamedWhere is { } where ? $"{new PrintedExpr(where)} ? StreamedFrom : {NeverLarge}" : "StreamedFrom";
            string run = $"LargeInput.Sum(ref {Local(VersionRole.Main)}, count, BlockSize, {threads}, {streamed})";
            if (driver.LeavesSums)
            {
                writer.Line(run + ";");
            }

            Return(writer, driver, driver.LeavesSums ? AddBlocks : run);
        }

        writer.Line();
    }

    private static void PrintBlocks(CodeWriter writer, Driver driver, RunBlocks blocks)
    {
        if (driver.ReturnsValue)
        {
            writer.Line("BlockSum sum = default;");
        }

        using (writer.Block("for (nuint start = 0; start < count; start += BlockSize)"))
        {
            writer.Line("nuint end = nuint.Min(start + BlockSize, count);");
            string block = Run(driver, blocks.Run, OfBlock(driver));
            writer.Line(driver.ReturnsValue ? $"sum.Add({block});" : block + ";");
        }
    }

    private static void Bind(CodeWriter writer, Driver driver, VersionRole role)
    {
        BoundKernel bound = driver.BoundOf(role)!;
        IEnumerable<string> sums = driver.LeavesSums ? [role == VersionRole.Main ? "blockSums" : "sums"] : [];
        writer.Line($"{BoundTypeName(driver, role)} {Local(role)} = new({string.Join(", ", bound.Tensors.Select(static tensor => tensor.Name).Concat(bound.Scalars.Select(static scalar => scalar.Name)).Concat(sums))});");
    }

    private static string Run(Driver driver, KernelRun run, string sums) => run.IsLent
        ? $"Scratch.Run<{BoundTypeName(driver, run.Role)}, {Cached}>(in {Local(run.Role)}, {new PrintedExpr(run.Start)}, {new PrintedExpr(run.End)})"
        : Call(driver, run, Cached, sums);

    private static void Return(CodeWriter writer, Driver driver, string sum)
    {
        writer.Line(driver.ReturnsValue ? $"return {sum};" : sum + ";");
        if (!driver.ReturnsValue)
        {
            writer.Line("return;");
        }
    }

    /// <summary>The memory of the sums of the block that begins at <c>start</c>.</summary>
    public static string OfBlock(Driver driver) => $"blockSums.Slice((int)(start / BlockSize) * {Literals.Integer(driver.Sums)}, {Literals.Integer(driver.Sums)})";

    private static string Local(VersionRole role) => role == VersionRole.Main ? "kernel" : "few";

    private static string Times(string samples, int factor) => factor == 1 ? samples : $"{samples} * {Literals.Integer(factor)}";
}
