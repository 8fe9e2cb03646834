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
/// <param name="Name">The method's name.</param>
/// <param name="Iteration">Elementwise or along a class axis.</param>
/// <param name="Tensors">What it reads and writes, in parameter order.</param>
/// <param name="Parameters">Scalars behind the tensors.</param>
/// <param name="Body">What it does.</param>
/// <param name="Notes">What its comment says.</param>
/// <param name="Vectors">The vectors it is written for.</param>
/// <param name="Unit">How all kernels of its loss run; null where it stands for itself.</param>
/// <param name="Schedule">How it runs; null until chosen.</param>
/// <param name="Scratch">The memory it has for itself.</param>
/// <param name="PositionsPerThread">How many positions are worth a thread; null where one thread runs over all of them.</param>
/// <param name="StreamedFrom">From how many positions on gradients are to go past the caches; null where they never are.</param>
/// <param name="Wide">The same for wider vectors, with the same bits, run where the machine has these; null where it would be no other.</param>
/// <param name="IsForFew">Whether it is written for so few locations that a tile would be filled for nothing.</param>
/// <param name="Few">The same, written so; null where the kernel has no tiles.</param>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal sealed record LossKernel(
    string Name,
    Iteration Iteration,
    EquatableArray<Tensor> Tensors,
    EquatableArray<Parameter> Parameters,
    EquatableArray<Stmt> Body,
    KernelNotes Notes,
    VectorWidth Vectors = VectorWidth.Bits256,
    UnitSchedule? Unit = null,
    Schedule? Schedule = null,
    EquatableArray<Scratch> Scratch = default,
    int? PositionsPerThread = null,
    int? StreamedFrom = null,
    LossKernel? Wide = null,
    bool IsForFew = false,
    LossKernel? Few = null)
{
    /// <summary>Up to so many locations <see cref="Few"/> takes less time: measured at 10 classes.</summary>
    public const int MostForFew = 6;

    public ScalarType Element => Tensors[0].Element;

    public bool ReturnsValue => Body.Any(static statement => statement is Return);

    /// <summary>The bytes that it and its like for wider vectors have to be lent.</summary>
    public int ScratchBytes => Math.Max(Scratch.Select(static scratch => scratch.End).Append(0).Max(), Wide?.ScratchBytes ?? 0);

    /// <summary>Whether the caller says how it stores.</summary>
    public bool IsStreamed => StreamedFrom is not null && Body.AllStatements().Any(static statement => statement is Store { IsStreamed: true });

    private string DebuggerDisplay => $"{ToString().Split('\n')[0]}, {Body.AllStatements().Count} statements, {Vectors}";

    /// <summary>The same, written for other vectors from here on: up to now none but the schedule knew of any.</summary>
    public LossKernel For(VectorWidth vectors) => this with
    {
        Vectors = vectors,
        Schedule = Schedule!.For(vectors, Element),
    };

    public override string ToString() => KernelDump.Dump(this);
}
