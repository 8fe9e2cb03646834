using System.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>A step of a kernel.</summary>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal abstract record Stmt
{
    // As of an expression: found when first asked for, no part of the value, and anew for a copy.
    private NodeSet contents;

    protected Stmt()
    {
    }

    protected Stmt(Stmt original)
    {
    }

    /// <summary>The kinds of nodes in its expressions and in those of the statements below it.</summary>
    public NodeSet Contents => contents == NodeSet.None ? contents = Blocks.FindContents(this) : contents;

    // A debugger shows one line: of a loop, its head.
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
/// <c>tensor[index] = value</c>; a vector value fills the elements from there on. Where it is streamed, the caller says whether it goes past the caches. Where it
/// repeats, what an earlier store of its block has put there is put there once more.
/// </summary>
internal sealed record Store(Tensor Tensor, Expr Index, Expr Value, bool IsStreamed = false, bool Repeats = false) : Stmt;

/// <summary><c>accumulator ⊕= term</c>, for an accumulator that the enclosing loop carries.</summary>
internal sealed record Accumulate(string Accumulator, Expr Term) : Stmt;

/// <summary>
/// The elements of the locations from..to between a tensor and its tile, every class of them: tile[place + c·width] = tensor[class c of location from + place].
/// A tile that is read into is filled up to whole vectors with copies of its last location, so that lanes behind it meet numbers like any others.
/// </summary>
/// <param name="Source">Where they come from: a tile or a tensor in the caller's memory.</param>
/// <param name="Destination">Where they go: the other of the two.</param>
/// <param name="Classes">The size of the class axis.</param>
/// <param name="Stride">How far apart two classes of a location stand in the tensor.</param>
/// <param name="From">The first location.</param>
/// <param name="To">The location behind the last one.</param>
/// <param name="Width">How far apart two classes of a location stand in the tile.</param>
internal sealed record MoveTile(Tensor Source, Tensor Destination, int Classes, Expr Stride, Expr From, Expr To, int Width) : Stmt
{
    public bool IsRead => Destination.IsScratch;
}

/// <summary>
/// Asks for the elements of some locations ahead of their use: those that a tile will be read from, or written to. Changes nothing.
/// </summary>
/// <param name="Tensor">Where they stand, in the caller's memory.</param>
/// <param name="Classes">The size of the class axis.</param>
/// <param name="Stride">How far apart two classes of a location stand.</param>
/// <param name="From">The first location; it and those behind it need not exist.</param>
/// <param name="Count">How many locations.</param>
internal sealed record Prefetch(Tensor Tensor, int Classes, Expr Stride, Expr From, int Count) : Stmt;

/// <summary>Asks for one element ahead of its use. Changes nothing.</summary>
/// <param name="Tensor">Where it stands, in the caller's memory.</param>
/// <param name="Index">Which one.</param>
/// <param name="MayBeBehindEnd">Whether it need not exist.</param>
internal sealed record PrefetchElement(Tensor Tensor, Expr Index, bool MayBeBehindEnd = false) : Stmt;

/// <summary>Runs the body where the condition holds. What it declares stays inside.</summary>
internal sealed record When(Expr Condition, EquatableArray<Stmt> Body) : Stmt;

/// <summary>The kernel's result.</summary>
internal sealed record Return(Expr Value) : Stmt;

/// <summary>What a loop runs over; schedules choose loops by it.</summary>
internal enum LoopRole
{
    /// <summary>Elements that lie side by side, each on its own.</summary>
    Elements,

    /// <summary>Locations, each with all its classes.</summary>
    Locations,

    /// <summary>The classes of one location.</summary>
    Classes,

    /// <summary>Samples, each with all its locations.</summary>
    Samples,

    /// <summary>Pieces of a longer run, each with all its positions.</summary>
    Pieces,

    /// <summary>Tiles of neighbouring locations, each with all its locations.</summary>
    Tiles,

    /// <summary>The locations of a tile, for what is looked up by their labels.</summary>
    Labels,

    /// <summary>The locations of a tile, each with one value.</summary>
    TileValues,
}

/// <summary>
/// <c>for index in from..to by step</c>. Its accumulators begin at their initial values, the body adds to them, and
/// behind the loop they are variables of the enclosing block.
/// </summary>
/// <param name="Index">The position, of type <see cref="IrType.Index"/>.</param>
/// <param name="From">The first position.</param>
/// <param name="To">The position behind the last one.</param>
/// <param name="Role">What it runs over.</param>
/// <param name="Accumulators">What it carries.</param>
/// <param name="Body">What it does; sees <paramref name="Index"/>.</param>
/// <param name="Step">How far the index advances. To − from is a multiple of it, but for tiles, the last of which may be cut short.</param>
/// <param name="Lanes">How many neighbouring positions one step shall take as a vector; 1 once <c>Vectorise</c> has run.</param>
/// <param name="Unroll">How many copies of the body one step shall hold; 1 once <c>Unroll</c> has run.</param>
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
    /// <summary>How many positions it runs over, where that is known.</summary>
    public int? Length => Positions.Distance(From, To);

    /// <summary>The same loop with another body; itself where it is no other.</summary>
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
/// <param name="Result">The variable that holds it, in the loop and behind it.</param>
/// <param name="Reduction">How terms are taken in.</param>
/// <param name="Initial">Where it starts; null for the identity.</param>
internal sealed record Accumulator(Variable Result, Reduction Reduction, Expr? Initial = null)
{
    public Expr Start => Initial ?? Reduction.Identity(Result.Type);
}
