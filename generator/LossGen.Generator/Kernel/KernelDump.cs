using System.Text;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Kernel;

/// <summary>Writes a kernel as indented text, one statement per line, as documents and tests show it after each pass.</summary>
internal sealed class KernelDump
{
    private readonly StringBuilder text = new();
    private readonly HashSet<string> knownNames = [];

    public static string Dump(LossKernel kernel)
    {
        IEnumerable<string> parameters = kernel.Tensors
            .Select(static tensor => $"{tensor.Name}: {(tensor.IsOutput ? "out " : "")}{tensor.ElementType}[]")
            .Concat(kernel.Parameters.Select(static parameter => $"{parameter.Variable.Name}: {parameter.Variable.Type}"));
        KernelDump dump = new();
        dump.text.Append("kernel ").Append(kernel.Name).Append('(').Append(string.Join(", ", parameters)).Append(")\n");
        foreach (Scratch scratch in kernel.Scratch)
        {
            dump.text.Append($"  scratch {scratch.Tensor.Name}: {scratch.Tensor.ElementType}[{Number(scratch.Length)}]{(scratch.Replaces is { } replaced ? " in place of " + replaced.Name : "")}\n");
        }

        dump.Write(kernel.Body, 1);
        return dump.text.ToString();
    }

    public static string Dump(Stmt statement)
    {
        KernelDump dump = new();
        dump.Write([statement], 0);
        return dump.text.ToString();
    }

    private void Write(IEnumerable<Stmt> block, int depth)
    {
        foreach (Stmt statement in block)
        {
            text.Append(' ', 2 * depth).Append(Head(statement)).Append('\n');
            Write(statement.Inner(), depth + 1);
        }
    }

    private string Head(Stmt statement) => statement switch
    {
        Declare declare => $"{(declare.IsMutable ? "var" : "let")} {declare.Variable.Name}: {declare.Variable.Type} = {Text(declare.Value)}",
        Assign assign => $"{assign.Variable.Name} = {Text(assign.Value)}",
        Store store => $"{(store.IsStreamed ? "stream " : "")}{store.Tensor.Name}[{Text(store.Index)}]{(store.Value.Type.IsVector ? "x" + Number(store.Value.Type.Lanes) : "")} = {Text(store.Value)}",
        Accumulate accumulate => $"accumulate {accumulate.Accumulator} with {Text(accumulate.Term)}",
        PrefetchElement prefetch => $"prefetch {prefetch.Tensor.Name}[{Text(prefetch.Index)}]",
        Prefetch prefetch => $"prefetch {Number(prefetch.Count)} locations from {Text(prefetch.From)} of {prefetch.Tensor.Name}, {Number(prefetch.Classes)} classes {Text(prefetch.Stride)} apart",
        MoveTile move => $"{move.Destination.Name} = locations {Text(move.From)}..{Text(move.To)} of {move.Source.Name}, {Number(move.Classes)} classes {Text(move.Stride)} apart",
        Return result => $"return {Text(result.Value)}",
        StoreSum sum => $"sums[{Model.InvariantText.Number(sum.Number)}] = {Text(sum.Value)}",
        When guarded => $"when {Text(guarded.Condition)}",
        Loop loop => Head(loop),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private string Head(Loop loop)
    {
        StringBuilder head = new($"for {loop.Index.Name} in {Text(loop.From)}..{Text(loop.To)}");
        head.Append(loop.Step > 1 ? " step " + Number(loop.Step) : "");
        head.Append(" over ").Append(loop.Role.ToString().ToLowerInvariant());
        head.Append(loop.Lanes > 1 ? " lanes " + Number(loop.Lanes) : "");
        head.Append(loop.Unroll > 1 ? " unroll " + Number(loop.Unroll) : "");
        foreach (Accumulator accumulator in loop.Accumulators)
        {
            head.Append($" carrying {accumulator.Result.Name}: {accumulator.Reduction.Name} {accumulator.Result.Type} from {Text(accumulator.Start)}");
        }

        return head.ToString();
    }

    private string Text(Expr expr) => ExprText.Format(expr, knownNames);
}
