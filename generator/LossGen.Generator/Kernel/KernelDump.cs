using System.Globalization;
using System.Text;

namespace LossGen.Generator.Kernel;

/// <summary>Writes a kernel as indented text, one statement a line; what documents and tests show after each pass.</summary>
internal static class KernelDump
{
    public static string Dump(LossKernel kernel)
    {
        StringBuilder text = new();
        IEnumerable<string> parameters = kernel.Tensors
            .Select(static tensor => $"{tensor.Name}: {(tensor.IsOutput ? "out " : "")}{tensor.ElementType}[]")
            .Concat(kernel.Parameters.Select(static parameter => $"{parameter.Name}: {parameter.Type}"));
        text.Append("kernel ").Append(kernel.Name).Append('(').Append(string.Join(", ", parameters)).Append(")\n");
        Write(text, kernel.Body, 1);
        return text.ToString();
    }

    public static string Dump(Stmt statement)
    {
        StringBuilder text = new();
        Write(text, [statement], 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<Stmt> block, int depth)
    {
        foreach (Stmt statement in block)
        {
            text.Append(' ', 2 * depth).Append(Head(statement)).Append('\n');
            if (statement is Loop loop)
            {
                Write(text, loop.Body, depth + 1);
            }
        }
    }

    private static string Head(Stmt statement) => statement switch
    {
        Declare declare => $"{(declare.IsMutable ? "var" : "let")} {declare.Variable.Name}: {declare.Variable.Type} = {declare.Value}",
        Assign assign => $"{assign.Variable.Name} = {assign.Value}",
        Store store => $"{store.Tensor.Name}[{store.Index}]{(store.Value.Type.IsVector ? "x" + Number(store.Value.Type.Lanes) : "")} = {store.Value}",
        Accumulate accumulate => $"accumulate {accumulate.Accumulator} with {accumulate.Term}",
        Return result => $"return {result.Value}",
        Loop loop => Head(loop),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private static string Head(Loop loop)
    {
        StringBuilder text = new($"for {loop.Index.Name} in {loop.From}..{loop.To}");
        text.Append(loop.Step > 1 ? " step " + Number(loop.Step) : "");
        text.Append(" over ").Append(loop.Role.ToString().ToLowerInvariant());
        text.Append(loop.Lanes > 1 ? " lanes " + Number(loop.Lanes) : "");
        text.Append(loop.Unroll > 1 ? " unroll " + Number(loop.Unroll) : "");
        foreach (Accumulator accumulator in loop.Accumulators)
        {
            text.Append($" carrying {accumulator.Result.Name}: {accumulator.Reduction.Name} {accumulator.Result.Type} from {accumulator.Start}");
        }

        return text.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
