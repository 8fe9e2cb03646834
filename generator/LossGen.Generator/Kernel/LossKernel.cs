using System.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>What the comment above a kernel says; each line is written by the pass that decides it.</summary>
internal sealed record KernelNotes(
    string Formula = "",
    EquatableArray<string> Definitions = default,
    string Weights = "",
    EquatableArray<string> Derivatives = default,
    string Schedule = "",
    string Unroll = "",
    string Tail = "");

/// <summary>
/// One function over a block of positions, from mathematics (a scalar loop with derivatives to be taken) down to
/// what a dialect prints; each pass makes a new one.
/// </summary>
/// <param name="Name">The member that it serves and for which version; the method's name begins with it.</param>
/// <param name="Iteration">Elementwise or along a class axis.</param>
/// <param name="Tensors">What it reads and writes, in parameter order.</param>
/// <param name="Parameters">Scalars after the tensors.</param>
/// <param name="Body">What it does.</param>
/// <param name="Notes">What its comment says.</param>
/// <param name="Request">What it is to be written for.</param>
/// <param name="Schedule">How it runs; null until chosen.</param>
/// <param name="Scratch">Its scratch memory.</param>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal sealed record LossKernel(
    string Name,
    Iteration Iteration,
    EquatableArray<Tensor> Tensors,
    EquatableArray<Parameter> Parameters,
    EquatableArray<Stmt> Body,
    KernelNotes Notes,
    KernelRequest Request,
    Schedule? Schedule = null,
    EquatableArray<Scratch> Scratch = default)
{
    /// <summary>The gradients of inputs that are one number: each is a sum that the kernel returns after those of the value.</summary>
    public EquatableArray<SummedGradient> SummedGradients { get; init; }

    /// <summary>The type of most of its numbers: float64 in a kernel without tensors.</summary>
    public ScalarType Element => Tensors.Count == 0 ? ScalarType.Double : Tensors[0].Element;

    /// <summary>Whether it returns its only sum.</summary>
    public bool ReturnsValue => Body.Any(static statement => statement is Return);

    /// <summary>How many sums it leaves in memory that it is lent.</summary>
    public int SumsInMemory => Body.Count(static statement => statement is StoreSum);

    /// <summary>The bytes of memory to be lent to it.</summary>
    public int ScratchBytes => Scratch.Select(static scratch => scratch.End).Append(0).Max();

    /// <summary>The kinds of nodes in it.</summary>
    public NodeSet Contents => Body.Aggregate(NodeSet.None, static (all, statement) => all | statement.Contents);

    /// <summary>The name of the parameter that a tensor is, or is the tile of.</summary>
    public string NameOf(Tensor tensor) => Tensors.First(parameter => parameter.Role == tensor.Role && parameter.Number == tensor.Number).Name;

    private string DebuggerDisplay => $"{ToString().Split('\n')[0]}, {Body.AllStatements().Count} statements, {Request.Vectors}";

    /// <summary>The same, written for other vectors from here on: until now only the schedule depended on them.</summary>
    public LossKernel For(VectorWidth vectors) => this with
    {
        Request = Request with { Vectors = vectors },
        Schedule = Schedule!.For(vectors, Element),
    };

    public override string ToString() => KernelDump.Dump(this);
}

/// <summary>The gradient of an input that is one number for a whole call.</summary>
/// <param name="Gradient">The tensor of one element that the caller fills.</param>
/// <param name="Sum">The sum that it is.</param>
internal sealed record SummedGradient(Tensor Gradient, Variable Sum);
