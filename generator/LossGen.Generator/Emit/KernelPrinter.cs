using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>Prints a lowered kernel, statement for statement, through the dialect of each value's type.</summary>
internal static class KernelPrinter
{
    /// <summary>The memory that a kernel is lent, as an argument.</summary>
    public const string Lent = "ref scratch";

    /// <summary>The same as a parameter.</summary>
    public const string LentParameter = "ref byte scratch";

    public static void Print(CodeWriter writer, LossKernel kernel)
    {
        IEnumerable<string> parameters = kernel.Tensors
            .Select(static tensor => $"{SpanType(tensor)} {tensor.Name}")
            .Concat(kernel.Parameters.Select(static parameter => $"{TypeName(parameter.Variable.Type)} {parameter.Variable.Name}"))
            .Concat(kernel.ScratchBytes > 0 ? [LentParameter] : Array.Empty<string>());
        WriteNotes(writer, kernel);
        string result = kernel.ReturnsValue ? "double" : "void";
        using (writer.Block($"private static {result} {Call(kernel, Dialect.StoreParameter)}({string.Join(", ", parameters)}){(kernel.IsStreamed ? $" where {Dialect.StoreParameter} : struct, IVectorStore" : "")}"))
        {
            if (kernel.Wide is { } wide)
            {
                HandOver(writer, wide, kernel.IsStreamed ? $" && !{Dialect.StoreParameter}.IsStreamed" : "");
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

    // The compiler of the running program knows the machine, and leaves out the one way or the other.
    private static void HandOver(CodeWriter writer, LossKernel wide, string condition)
    {
        using (writer.Block($"if (Vector512.IsHardwareAccelerated{condition})"))
        {
            IEnumerable<string> arguments = wide.Tensors.Select(static tensor => tensor.Name)
                .Concat(wide.Parameters.Select(static parameter => parameter.Variable.Name))
                .Concat(wide.ScratchBytes > 0 ? [Lent] : Array.Empty<string>());
            string call = $"{Call(wide, Dialect.StoreParameter)}({string.Join(", ", arguments)});";
            writer.Line(wide.ReturnsValue ? "return " + call : call);
            if (!wide.ReturnsValue)
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    private static string MethodName(LossKernel kernel) => kernel.Name + "Block" + (kernel.Vectors == VectorWidth.Bits256 ? "" : Literals.Integer((int)kernel.Vectors));

    /// <summary>The method as it is called, and told how to store where it asks.</summary>
    public static string Call(LossKernel kernel, string store) => MethodName(kernel) + (kernel.IsStreamed ? $"<{store}>" : "");

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

    private static void Print(CodeWriter writer, IEnumerable<Stmt> block)
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
