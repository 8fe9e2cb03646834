using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Emit;

/// <summary>Prints a lowered kernel, statement by statement, through the dialect of each value's type.</summary>
internal static class KernelPrinter
{
    /// <summary>The memory for several sums, as a parameter.</summary>
    public const string SumsParameter = "global::System.Span<double> sums";

    /// <summary>The memory lent to a kernel, as an argument.</summary>
    public const string Lent = "ref scratch";

    /// <summary>The same as a parameter.</summary>
    public const string LentParameter = "ref byte scratch";

    /// <summary>Both methods of a version, each after an empty line.</summary>
    public static void Print(CodeWriter writer, KernelVersion version)
    {
        foreach (LossKernel kernel in version.All)
        {
            writer.Line();
            Print(writer, version, kernel);
        }
    }

    /// <summary>The name of a kernel's method.</summary>
    public static string MethodName(LossKernel kernel) => kernel.Name + "Block" + (kernel.Request.Vectors == VectorWidth.Bits256 ? "" : Literals.Integer((int)kernel.Request.Vectors));

    /// <summary>The method of a version as it is called, told how to store if it asks.</summary>
    public static string Call(KernelVersion version, string store) => Call(version.Kernel, version.IsStreamed ? store : null);

    /// <summary>Type parameters, or arguments, in angle brackets; nothing where there are none.</summary>
    public static string TypeList(params string?[] types) => types.Any(static type => type is not null) ? $"<{string.Join(", ", types.Where(static type => type is not null))}>" : "";

    /// <summary>What type parameters have to be.</summary>
    public static string Constraints(params string?[] parameters) =>
        string.Concat(parameters.Where(static parameter => parameter is not null).Select(static parameter => $" where {parameter} : struct, {(parameter == Dialect.StoreParameter ? "IVectorStore" : "IKernelOutputs")}"));

    private static void Print(CodeWriter writer, KernelVersion version, LossKernel kernel)
    {
        bool isStreamed = ReferenceEquals(kernel, version.Kernel) && version.IsStreamed;
        IEnumerable<string> parameters = kernel.Tensors
            .Select(static tensor => $"{SpanType(tensor)} {tensor.Name}")
            .Concat(kernel.Parameters.Select(static parameter => $"{TypeName(parameter.Variable.Type)} {parameter.Variable.Name}"))
            .Concat(kernel.SumsInMemory > 0 ? [SumsParameter] : Array.Empty<string>())
            .Concat(ScratchBytes(version, kernel) > 0 ? [LentParameter] : Array.Empty<string>());
        WriteNotes(writer, kernel);
        string result = kernel.ReturnsValue ? "double" : "void";
        string? store = isStreamed ? Dialect.StoreParameter : null;
        using (writer.Block($"private static {result} {Call(kernel, store)}({string.Join(", ", parameters)}){Constraints(store, Outputs(kernel))}"))
        {
            if (ReferenceEquals(kernel, version.Kernel) && version.Wider is { } wider)
            {
                HandOver(writer, wider, isStreamed ? $" && !{Dialect.StoreParameter}.IsStreamed" : "");
            }

            foreach (Tensor tensor in kernel.Tensors)
            {
                writer.Line($"ref {TypeName(tensor.ElementType)} {Reference(tensor)} = ref MemoryMarshal.GetReference({tensor.Name});");
            }

            foreach (Scratch scratch in kernel.Scratch)
            {
                Print(writer, scratch);
            }

            Print(writer, kernel.Body);
        }
    }

    // The JIT compiler knows the machine and drops one of the two branches.
    private static void HandOver(CodeWriter writer, LossKernel wider, string condition)
    {
        using (writer.Block($"if (Vector512.IsHardwareAccelerated{condition})"))
        {
            IEnumerable<string> arguments = wider.Tensors.Select(static tensor => tensor.Name)
                .Concat(wider.Parameters.Select(static parameter => parameter.Variable.Name))
                .Concat(wider.SumsInMemory > 0 ? ["sums"] : Array.Empty<string>())
                .Concat(wider.ScratchBytes > 0 ? [Lent] : Array.Empty<string>());
            string call = $"{Call(wider, null)}({string.Join(", ", arguments)});";
            writer.Line(wider.ReturnsValue ? "return " + call : call);
            if (!wider.ReturnsValue)
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    // The kernel that hands over is lent what the wider one needs.
    private static int ScratchBytes(KernelVersion version, LossKernel kernel) => ReferenceEquals(kernel, version.Kernel) ? version.ScratchBytes : kernel.ScratchBytes;

    private static string Call(LossKernel kernel, string? store) => MethodName(kernel) + TypeList(store, Outputs(kernel));

    private static string? Outputs(LossKernel kernel) => kernel.Request.IsShared ? Dialect.OutputsParameter : null;

    public static string SpanType(Tensor tensor) => $"global::System.{(tensor.IsOutput ? "Span" : "ReadOnlySpan")}<{TypeName(tensor.ElementType)}>";

    public static string TypeName(IrType type) => Dialect.For(type).TypeName(type);

    private static void WriteNotes(CodeWriter writer, LossKernel kernel)
    {
        KernelNotes notes = kernel.Notes;
        writer.Line($"// formula   {notes.Formula}");
        foreach (string definition in notes.Definitions)
        {
            writer.Line($"// where     {definition}");
        }

        if (notes.Weights.Length > 0)
        {
            writer.Line($"// weights   {notes.Weights}");
        }

        foreach (string derivative in notes.Derivatives)
        {
            writer.Line($"// gradient  {derivative}");
        }

        writer.Line($"// schedule  {notes.Schedule}");
        writer.Line($"// unroll    {notes.Unroll}");
        writer.Line($"// tail      {notes.Tail}");
    }

    private static void Print(CodeWriter writer, Scratch scratch)
    {
        string type = TypeName(scratch.Tensor.ElementType);
        writer.Line($"ref {type} {Reference(scratch.Tensor)} = ref {(scratch.Replaces is { } replaced ? Reference(replaced) : $"Scratch.At<{type}>({Lent}, {Literals.Integer(scratch.Offset!.Value)})")};");
    }

    /// <summary>Prints statements.</summary>
    public static void Print(CodeWriter writer, IEnumerable<Stmt> block)
    {
        bool behindLoop = false;
        foreach (Stmt statement in block)
        {
            if (behindLoop)
            {
                writer.Line();
            }

            behindLoop = statement is Loop or When;
            switch (statement)
            {
                case Loop loop:
                    string index = loop.Index.Name;
                    string advance = loop.Step == 1 ? $"{index}++" : $"{index} += {Literals.Integer(loop.Step)}";
                    using (writer.Block($"for (nuint {index} = {new PrintedExpr(loop.From)}; {index} < {new PrintedExpr(loop.To)}; {advance})"))
                    {
                        Print(writer, loop.Body);
                    }

                    break;
                case When guarded:
                    using (writer.Block($"if ({new PrintedExpr(guarded.Condition)})"))
                    {
                        Print(writer, guarded.Body);
                    }

                    break;
                case Declare declare:
                    writer.Line($"{TypeName(declare.Variable.Type)} {declare.Variable.Name} = {new PrintedExpr(declare.Value)};");
                    break;
                case Assign { Value: Apply { Op: Op.Add } sum } assign when sum.Arguments[0] == assign.Variable:
                    writer.Line($"{assign.Variable.Name} += {new PrintedExpr(sum.Arguments[1])};");
                    break;
                case Assign assign:
                    writer.Line($"{assign.Variable.Name} = {new PrintedExpr(assign.Value)};");
                    break;
                case Store store:
                    writer.Line($"{PrintedOp.Of(store)}");
                    break;
                case PrefetchElement prefetch:
                    writer.Line($"Tile.Prefetch(ref {Reference(prefetch.Tensor)}, {new PrintedExpr(prefetch.Index)});");
                    break;
                case Prefetch prefetch:
                    writer.Line($"Tile.Prefetch<{TypeName(prefetch.Tensor.ElementType)}>({prefetch.Tensor.Name}, {Literals.Integer(prefetch.Classes)}, {new PrintedExpr(prefetch.Stride)}, {new PrintedExpr(prefetch.From)}, {Literals.Integer(prefetch.Count)});");
                    break;
                case MoveTile { IsRead: true } move:
                    writer.Line($"Tile.Read(ref {Reference(move.Source)}, {Literals.Integer(move.Classes)}, {new PrintedExpr(move.Stride)}, {new PrintedExpr(move.From)}, {new PrintedExpr(move.To)}, ref {Reference(move.Destination)}, {Literals.Integer(move.Width)});");
                    break;
                case MoveTile move:
                    writer.Line($"Tile.Write(ref {Reference(move.Source)}, {Literals.Integer(move.Width)}, ref {Reference(move.Destination)}, {Literals.Integer(move.Classes)}, {new PrintedExpr(move.Stride)}, {new PrintedExpr(move.From)}, {new PrintedExpr(move.To)});");
                    break;
                case StoreSum sum:
                    writer.Line($"sums[{Literals.Integer(sum.Number)}] = {new PrintedExpr(sum.Value)};");
                    break;
                case Return result:
                    writer.Line($"return {new PrintedExpr(result.Value)};");
                    break;
                default:
                    throw new InvalidOperationException($"{statement} is not printable.");
            }
        }
    }

    private static string Reference(Tensor tensor) => Names.ReferenceOf(tensor.Name);
}
