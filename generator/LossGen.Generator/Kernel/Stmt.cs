using System.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>A step of a kernel.</summary>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal abstract record Stmt
{
    // As for an expression: computed on first use, not part of the value, and anew for a copy.
    private NodeSet contents;

    protected Stmt()
    {
    }

    protected Stmt(Stmt original)
    {
    }

    /// <summary>The kinds of nodes in its expressions and in those of the statements below it.</summary>
    public NodeSet Contents => contents == NodeSet.None ? contents = Blocks.FindContents(this) : contents;

    // A debugger shows one line: for a loop, its head.
    private string DebuggerDisplay => ToString().Split('\n')[0];

    public virtual bool Equals(Stmt? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    public sealed override string ToString() => KernelDump.Dump(this);
}

/// <summary><c>variable = value</c>, a new local; assigned again only where <paramref name="IsMutable"/>.</summary>
internal sealed record Declare(Variable Variable, Expr Value, bool IsMutable = false) : Stmt;

/// <summary><c>variable = value</c>, for a mutable local.</summary>
internal sealed record Assign(Variable Variable, Expr Value) : Stmt;

/// <summary>
/// <c>tensor[index] = value</c>; a vector value fills the elements from there on. If it is streamed, the caller decides whether it bypasses the
/// caches. If it repeats, it stores once more what an earlier store of its block has stored there. A single number that is stored in a tensor of integers is one.
/// </summary>
internal sealed record Store(Tensor Tensor, Expr Index, Expr Value, bool IsStreamed = false, bool Repeats = false) : Stmt
{
    /// <summary>Whether the number becomes one of the tensor's type.</summary>
    public bool Converts => Value.Type.Scalar != Tensor.Element;
}

/// <summary><c>accumulator ⊕= term</c>, for an accumulator that the enclosing loop carries.</summary>
internal sealed record Accumulate(string Accumulator, Expr Term) : Stmt;

/// <summary>
/// Copies the elements of the locations from..to, every class of them, between a tensor and its tile:
/// tile[place + c·width] = tensor[class c of location from + place]. A tile that is read into is padded to whole vectors with copies of its last location,
/// so that the lanes after it hold ordinary numbers.
/// </summary>
/// <param name="Source">The source of the elements: a tile or a tensor in the caller's memory.</param>
/// <param name="Destination">Their destination: the other of the two.</param>
/// <param name="Classes">The size of the class axis.</param>
/// <param name="Stride">The distance between neighbouring classes of a location in the tensor.</param>
/// <param name="From">The first location.</param>
/// <param name="To">The location after the last one.</param>
/// <param name="Width">The distance between neighbouring classes of a location in the tile.</param>
internal sealed record MoveTile(Tensor Source, Tensor Destination, int Classes, Expr Stride, Expr From, Expr To, int Width) : Stmt
{
    public bool IsRead => Destination.IsScratch;
}

/// <summary>
/// Prefetches the elements of some locations: those that a tile will be read from, or written to. Changes nothing.
/// </summary>
/// <param name="Tensor">Their tensor, in the caller's memory.</param>
/// <param name="Classes">The size of the class axis.</param>
/// <param name="Stride">The distance between neighbouring classes of a location.</param>
/// <param name="From">The first location; it and those after it need not exist.</param>
/// <param name="Count">How many locations.</param>
internal sealed record Prefetch(Tensor Tensor, int Classes, Expr Stride, Expr From, int Count) : Stmt;

/// <summary>Prefetches one element. Changes nothing.</summary>
/// <param name="Tensor">Its tensor, in the caller's memory.</param>
/// <param name="Index">Its position.</param>
/// <param name="MayBePastEnd">Whether it need not exist, being past the end.</param>
internal sealed record PrefetchElement(Tensor Tensor, Expr Index, bool MayBePastEnd = false) : Stmt;

/// <summary>Runs the body if the condition holds. Its declarations stay inside.</summary>
internal sealed record When(Expr Condition, EquatableArray<Stmt> Body) : Stmt;

/// <summary>The kernel's only result.</summary>
internal sealed record Return(Expr Value) : Stmt;

/// <summary><c>sums[number] = value</c>: one of a kernel's several results, in memory that its caller lends.</summary>
internal sealed record StoreSum(int Number, Expr Value) : Stmt;

/// <summary>What a loop runs over; schedules choose loops by it.</summary>
internal enum LoopRole
{
    /// <summary>Elements that lie side by side, each on its own.</summary>
    Elements,

    /// <summary>Locations, each with all its classes.</summary>
    Locations,

    /// <summary>The classes of one location.</summary>
    Classes,

    /// <summary>The first classes of the pairs of one location, each with a loop over the other ones.</summary>
    Pairs,

    /// <summary>Samples, each with all its locations.</summary>
    Samples,

    /// <summary>Pieces of a longer run, each with all its positions.</summary>
    Pieces,

    /// <summary>Tiles of neighbouring locations, each with all its locations.</summary>
    Tiles,

    /// <summary>The locations of a tile, for lookups by their labels.</summary>
    Labels,

    /// <summary>The locations of a tile, each with one value.</summary>
    TileValues,
}

/// <summary>
/// <c>for index in from..to by step</c>. Its accumulators begin at their initial values, the body adds to them, and after the loop they are variables
/// of the enclosing block.
/// </summary>
/// <param name="Index">The position, of type <see cref="IrType.Index"/>.</param>
/// <param name="From">The first position.</param>
/// <param name="To">The position after the last one.</param>
/// <param name="Role">What it runs over.</param>
/// <param name="Accumulators">What it carries.</param>
/// <param name="Body">What it does; sees <paramref name="Index"/>.</param>
/// <param name="Step">How far the index advances. To − from is a multiple of it, except for tiles, the last of which may be cut short.</param>
/// <param name="Lanes">How many neighbouring positions one step is to take as a vector; 1 once <c>Vectorise</c> has run.</param>
/// <param name="Unroll">How many copies of the body one step is to hold; 1 once <c>Unroll</c> has run.</param>
internal sealed record Loop(
    Variable Index,
    Expr From,
    Expr To,
    LoopRole Role,
    EquatableArray<Accumulator> Accumulators,
    EquatableArray<Stmt> Body,
    int Step = 1,
    int Lanes = 1,
    int Unroll = 1) : Stmt
{
    /// <summary>How many positions it runs over, if that is known.</summary>
    public int? Length => Positions.Distance(From, To);

    /// <summary>The same loop with another body; itself if the body is unchanged.</summary>
    public Loop WithBody(EquatableArray<Stmt> body) => body.IsSameAs(Body) ? this : this with { Body = body };

    /// <summary>The same loop with other accumulators in the same order, its body adding to them.</summary>
    public Loop Carrying(IReadOnlyList<Accumulator> accumulators)
    {
        List<string> old = [.. Accumulators.Select(static a => a.Result.Name)];
        return this with
        {
            Accumulators = accumulators.ToEquatableArray(),
            Body = Body
                .Select(s => s is Accumulate a ? a with { Accumulator = accumulators[old.IndexOf(a.Accumulator)].Result.Name } : s)
                .ToEquatableArray(),
        };
    }
}

/// <summary>A value that a loop builds up. Invariant: its type is that of a scalar or vector accumulator of its reduction.</summary>
/// <param name="Result">The variable that holds it, in the loop and after it.</param>
/// <param name="Reduction">How terms are taken in.</param>
/// <param name="Initial">Where it starts; null for the identity.</param>
internal sealed record Accumulator(Variable Result, Reduction Reduction, Expr? Initial = null)
{
    public Expr Start => Initial ?? Reduction.Identity(Result.Type);

    /// <summary>Its value if one term is all that is taken in.</summary>
    public Expr With(Expr term) => Initial is null ? Reduction.Of(term, Result.Type) : Reduction.Accumulate(Initial, term);
}
